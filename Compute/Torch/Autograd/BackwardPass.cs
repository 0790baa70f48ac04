namespace TorchSharp.Autograd;

/// <summary>
/// Runs the tape backwards from some results: consumers before producers (by depth, then by discovery), so that the
/// order, and with it every rounding, depends on the graph alone.
/// </summary>
internal sealed class BackwardPass
{
    // Its lists are used again by the thread's next pass.
    [ThreadStatic]
    private static BackwardPass? _spare;

    private readonly List<Node> _nodes = [];
    private readonly List<AutogradMeta> _leaves = [];
    private readonly Stack<AutogradMeta> _ahead = new();
    private HashSet<AutogradMeta>? _captured;
    private bool _keepGraph;
    private bool _createGraph;

    private BackwardPass()
    {
    }

    internal static BackwardPass Of(bool keepGraph, bool createGraph)
    {
        var pass = _spare ?? new BackwardPass();
        _spare = null;
        (pass._keepGraph, pass._createGraph) = (keepGraph, createGraph);
        return pass;
    }

    /// <summary>Adds the gradients to the leaves.</summary>
    internal void Accumulate(ReadOnlySpan<torch.Tensor> outputs, ReadOnlySpan<torch.Tensor> gradients)
    {
        Run(outputs, gradients);
        foreach (var leaf in _leaves)
        {
            Collect(leaf);
        }

        Keep();
    }

    /// <summary>The gradients of some tensors, null for one that the results do not depend on.</summary>
    internal torch.Tensor?[] Gradients(ReadOnlySpan<torch.Tensor> outputs, ReadOnlySpan<torch.Tensor> gradients, ReadOnlySpan<torch.Tensor> inputs)
    {
        _captured = [];
        foreach (var input in inputs)
        {
            _captured.Add(input.Meta ?? throw new InvalidOperationException($"One of the inputs, {Shapes.Text(input.Sizes)}, does not require a gradient."));
        }

        Run(outputs, gradients);
        var found = new torch.Tensor?[inputs.Length];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = inputs[i].Meta!.Pending;
        }

        Forget(_leaves.Where(leaf => !_captured.Contains(leaf)), _captured);
        Keep();
        return found;
    }

    private static void Forget(IEnumerable<AutogradMeta> unasked, IEnumerable<AutogradMeta> asked)
    {
        foreach (var meta in unasked)
        {
            meta.Pending?.Recycle();
            meta.Pending = null;
        }

        foreach (var meta in asked)
        {
            meta.Pending = null;
        }
    }

    private void Keep()
    {
        _nodes.Clear();
        _leaves.Clear();
        _captured = null;
        _spare = this;
    }

    private void Run(ReadOnlySpan<torch.Tensor> outputs, ReadOnlySpan<torch.Tensor> gradients)
    {
        using var mode = GradMode.Set(_createGraph);
        for (var i = 0; i < outputs.Length; i++)
        {
            Discover(outputs[i].Meta!);
            Add(outputs[i].Meta!, gradients[i].Alias());
        }

        _nodes.Sort((a, b) => b.Depth.CompareTo(a.Depth));
        using (var scope = _createGraph ? null : new DisposeScope())
        {
            foreach (var node in _nodes)
            {
                node.IsSeen = false;
                Step(node, scope);
            }
        }

        foreach (var node in _nodes)
        {
            node.Drop();
        }
    }

    private void Discover(AutogradMeta from)
    {
        _ahead.Push(from);
        while (_ahead.TryPop(out var meta))
        {
            if (meta.Producer is not { IsSeen: false } node)
            {
                continue;
            }

            node.IsSeen = true;
            node.Hold();
            _nodes.Add(node);
            for (var i = 0; i < node.Count; i++)
            {
                if (node.Place(i) is { } input)
                {
                    _ahead.Push(input);
                }
            }
        }
    }

    private void Step(Node node, DisposeScope? scope)
    {
        if (node.Pending is not { } gradient)
        {
            return;
        }

        Apply(node, gradient, scope);
        if (_captured?.Contains(node) is not true)
        {
            node.Pending = null;
            gradient.Recycle();
        }

        scope?.RecycleEverything();
        if (!_keepGraph)
        {
            node.Release();
        }
    }

    private void Apply(Node node, torch.Tensor gradient, DisposeScope? scope)
    {
        var gradients = node.Rule.Backward(node, gradient);
        for (var i = 0; i < gradients.Count; i++)
        {
            if (gradients[i] is { } part && node.Place(i) is { } input)
            {
                // One that is not the scope's own is somebody else's too: the result's gradient, or another input's.
                Add(input, scope is not null && scope.Contains(part) ? scope.Detach(part) : part.Alias());
            }
        }
    }

    private void Add(AutogradMeta meta, torch.Tensor gradient)
    {
        if (meta.Pending is not { } before)
        {
            meta.Pending = gradient;
            if (meta.Producer is null)
            {
                _leaves.Add(meta);
            }

            return;
        }

        meta.Pending = (before + gradient).DetachFromDisposeScope();
        before.Recycle();
        gradient.Recycle();
    }

    private void Collect(AutogradMeta leaf)
    {
        using var mode = GradMode.Set(_createGraph);
        var gradient = leaf.Pending!;
        leaf.Pending = null;
        if (leaf.Gradient is { } sum && !_createGraph)
        {
            sum.add_(gradient);
            gradient.Recycle();
            return;
        }

        if (leaf.Gradient is { } before)
        {
            (leaf.Gradient, leaf.IsGradientShared) = ((before + gradient).DetachFromDisposeScope(), false);
            gradient.Recycle();
            return;
        }

        leaf.IsGradientShared = false;
        if (_createGraph || (gradient.IsContiguous && gradient.Storage.IsSole))
        {
            leaf.Gradient = gradient;
            return;
        }

        leaf.Gradient = Kernels.Copy.ToNew(gradient).DetachFromDisposeScope();
        gradient.Recycle();
    }
}
