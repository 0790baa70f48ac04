namespace TorchSharp;

/// <summary>
/// Disposes what was made on this thread since it was opened, except what is moved out or detached.
/// Scopes nest; they are per thread, so a scope must not stay open across an await.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    // A step opens a scope for each operation on the way back; their lists are used again.
    [ThreadStatic]
    private static Stack<List<torch.Tensor>>? _lists;

    private List<torch.Tensor> _tensors = (_lists ??= new()).TryPop(out var list) ? list : [];
    private bool _isDisposed;

    internal DisposeScope()
    {
        OuterScope = DisposeScopeManager.Current;
        DisposeScopeManager.Current = this;
    }

    internal DisposeScope? OuterScope { get; }

    /// <summary>What the scope will dispose.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => _tensors.Where(tensor => tensor.OwningScope == this).ToList<IDisposable>();

    public int DisposablesCount => _tensors.Count(tensor => tensor.OwningScope == this);

    /// <summary>Hands a tensor to the enclosing scope; without one, its lifetime is the caller's.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(OuterScope, disposable);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        if (disposable is torch.Tensor tensor)
        {
            Own(scope, tensor);
        }

        return disposable;
    }

    /// <summary>Takes a tensor out of every scope: the caller disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable => MoveToOther(null, disposable);

    public void Attach(IDisposable disposable) => MoveToOther(this, disposable);

    public bool Contains(IDisposable disposable) => disposable is torch.Tensor tensor && tensor.OwningScope == this;

    public void DisposeEverything()
    {
        for (var i = 0; i < _tensors.Count; i++)
        {
            if (_tensors[i].OwningScope == this)
            {
                _tensors[i].Dispose();
            }
        }

        _tensors.Clear();
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            DisposeEverything();
            DisposeScopeManager.Close(this);
            (_lists ??= new()).Push(_tensors);
            _tensors = [];
        }
    }

    /// <summary>As DisposeEverything, for a scope whose tensors only the engine has seen.</summary>
    internal void RecycleEverything()
    {
        for (var i = 0; i < _tensors.Count; i++)
        {
            if (_tensors[i].OwningScope == this)
            {
                _tensors[i].Recycle();
            }
        }

        _tensors.Clear();
    }

    internal static void Own(DisposeScope? scope, torch.Tensor tensor)
    {
        tensor.OwningScope = scope;
        scope?._tensors.Add(tensor);
    }
}
