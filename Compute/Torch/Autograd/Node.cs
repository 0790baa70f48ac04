using System.Runtime.CompilerServices;

namespace TorchSharp.Autograd;

/// <summary>One recorded operation: its rule, the places of its inputs on the tape, and what the rule needs.</summary>
internal sealed class Node
{
    // Nodes that are being released on this thread; none while nothing is. The stack itself is kept.
    [ThreadStatic]
    private static Stack<Node>? _releasing;
    [ThreadStatic]
    private static Stack<Node>? _spare;

    private readonly AutogradMeta?[] _inputs;
    private readonly (long[] Shape, torch.ScalarType Type)[] _shapes;
    private (torch.Tensor Tensor, int Version)[]? _saved;
    private (torch.Tensor Tensor, int Version)? _output;
    private bool _isReleased;

    internal Node(GradientRule rule, object? context, ReadOnlySpan<torch.Tensor> inputs)
    {
        Rule = rule;
        Context = context;
        _inputs = new AutogradMeta?[inputs.Length];
        _shapes = new (long[], torch.ScalarType)[inputs.Length];
        _saved = rule.Saves.HasFlag(Saves.Inputs) ? new (torch.Tensor, int)[inputs.Length] : null;
        for (var i = 0; i < inputs.Length; i++)
        {
            Connect(i, inputs[i]);
        }
    }

    internal GradientRule Rule { get; }

    internal object? Context { get; }

    /// <summary>The place of the result.</summary>
    internal AutogradMeta Output { get; private set; } = null!;

    /// <summary>One more than the deepest input's: consumers come before producers in descending depth.</summary>
    internal int Depth { get; private set; }

    internal bool IsSeen { get; set; }

    internal ReadOnlySpan<AutogradMeta?> Inputs => _inputs;

    internal bool Needs(int input) => _inputs[input] is not null;

    internal long[] Shape(int input) => _shapes[input].Shape;

    internal torch.ScalarType Type(int input) => _shapes[input].Type;

    /// <summary>The value of an input as it was.</summary>
    internal torch.Tensor Input(int input) => Unpack(_saved?[input]);

    /// <summary>The value of the result as it was.</summary>
    internal torch.Tensor Result() => Unpack(_output);

    internal T Get<T>() => (T)Context!;

    /// <summary>Puts the result on the tape.</summary>
    internal void Produce(torch.Tensor result)
    {
        Output = new AutogradMeta(this);
        result.Meta = Output;
        if (Rule.Saves.HasFlag(Saves.Output))
        {
            _output = (result.Alias(holds: false), result.Storage.Version);
        }
    }

    /// <summary>Lets go of the saved values; the graph cannot be run again.</summary>
    internal void Release()
    {
        if (_isReleased)
        {
            return;
        }

        _isReleased = true;
        if (_releasing is { } running)
        {
            running.Push(this);
            return;
        }

        // A stack rather than recursion: a graph may be deeper than the thread's own.
        _releasing = _spare ??= new Stack<Node>();
        _releasing.Push(this);
        while (_releasing.TryPop(out var node))
        {
            node.LetGo();
        }

        _releasing = null;
    }

    private void LetGo()
    {
        _output?.Tensor.Dispose();
        _output = null;
        foreach (var (tensor, _) in _saved ?? [])
        {
            tensor.Dispose();
        }

        _saved = null;
        Discard(Context);
        foreach (var input in _inputs)
        {
            input?.Drop();
        }
    }

    /// <summary>Lets go of the tensors of a context, which are the node's own handles.</summary>
    internal static void Discard(object? context)
    {
        (context as torch.Tensor)?.Dispose();
        if (context is ITuple parts)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                (parts[i] as torch.Tensor)?.Dispose();
            }
        }
    }

    private void Connect(int i, torch.Tensor input)
    {
        _inputs[i] = input.Meta;
        input.Meta?.Hold();
        _shapes[i] = (input.Sizes, input.dtype);
        Depth = Math.Max(Depth, 1 + (input.Meta?.Producer?.Depth ?? 0));
        if (_saved is not null)
        {
            _saved[i] = (input.Alias(), input.Storage.Version);
        }
    }

    private torch.Tensor Unpack((torch.Tensor Tensor, int Version)? saved)
    {
        if (saved is not var (tensor, version))
        {
            throw new InvalidOperationException(_isReleased
                ? $"Trying to run backward through '{Rule.Name}' a second time; pass retain_graph: true the first time."
                : $"The rule of '{Rule.Name}' asks for a value that it does not save.");
        }

        return tensor.Storage.Version == version ? tensor
            : throw new InvalidOperationException($"A value that the gradient of '{Rule.Name}' needs, {Shapes.Text(tensor.Sizes)}, was changed in place.");
    }
}
