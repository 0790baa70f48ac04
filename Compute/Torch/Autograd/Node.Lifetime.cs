namespace TorchSharp.Autograd;

/// <summary>How nodes come from the pool, let go of what they saved and go back.</summary>
internal sealed partial class Node
{
    // Nearly all operations have so few inputs; the others' nodes are kept apart.
    private const int SmallInputs = 4;
    private const int Most = 4096;

    [ThreadStatic]
    private static Stack<Node>? _small;
    [ThreadStatic]
    private static Stack<Node>? _large;

    // Nodes that nothing can reach any more, to be taken apart; none while nothing is. The stack itself is kept.
    [ThreadStatic]
    private static Stack<Node>? _forgetting;
    [ThreadStatic]
    private static Stack<Node>? _spare;

    private Node()
    {
    }

    internal static Node Of(GradientRule rule, Context? context, ReadOnlySpan<torch.Tensor> inputs)
    {
        var free = inputs.Length <= SmallInputs ? _small : _large;
        var node = free is not null && free.TryPop(out var kept) ? kept : new Node();
        node.Start(rule, context, inputs);
        return node;
    }

    /// <summary>Lets go of the saved values; the graph cannot be run again where a rule needs one.</summary>
    internal void Release()
    {
        if (_isReleased)
        {
            return;
        }

        _isReleased = true;
        _output?.Tensor.Recycle();
        _output = null;
        if (_context is { HasTensors: true })
        {
            LetGoOfContext();
        }

        foreach (ref var input in _inputs.AsSpan(0, Count))
        {
            input.Saved?.Recycle();
            input.Saved = null;
        }
    }

    // A stack rather than recursion: a graph may be deeper than the thread's own.
    private protected override void Forget()
    {
        if (_forgetting is { } running)
        {
            running.Push(this);
            return;
        }

        _forgetting = _spare ??= new Stack<Node>();
        _forgetting.Push(this);
        while (_forgetting.TryPop(out var node))
        {
            node.Release();
            node.Disconnect();
            node.Keep();
        }

        _forgetting = null;
    }

    private void Start(GradientRule rule, Context? context, ReadOnlySpan<torch.Tensor> inputs)
    {
        (Rule, _context, Count, Depth, _isReleased) = (rule, context, inputs.Length, 0, false);
        if (_inputs.Length < inputs.Length)
        {
            _inputs = new NodeInput[inputs.Length];
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            Connect(ref _inputs[i], inputs[i]);
        }
    }

    private void LetGoOfContext()
    {
        _context?.Return();
        _context = null;
    }

    private void Disconnect()
    {
        LetGoOfContext();
        foreach (ref var input in _inputs.AsSpan(0, Count))
        {
            input.Meta?.Drop();
            input = default;
        }
    }

    private void Keep()
    {
        var free = _inputs.Length == SmallInputs ? _small ??= new Stack<Node>() : _large ??= new Stack<Node>();
        if (free.Count < Most && Pending is null)
        {
            IsSeen = false;
            free.Push(this);
        }
    }
}
