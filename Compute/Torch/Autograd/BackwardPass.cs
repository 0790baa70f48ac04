namespace TorchSharp.Autograd;

/// <summary>
/// Runs the tape backwards from some results: consumers before producers (by depth, then by discovery), so that the
/// order, and with it every rounding, depends on the graph alone.
/// </summary>
internal sealed class BackwardPass(bool keepGraph, bool createGraph)
{
    private readonly List<Node> _nodes = [];
    private readonly List<AutogradMeta> _leaves = [];
    private HashSet<AutogradMeta>? _captured;

    /// <summary>Adds the gradients to the leaves.</summary>
    internal void Accumulate(IReadOnlyList<torch.Tensor> outputs, IReadOnlyList<torch.Tensor> gradients)
    {
        Run(outputs, gradients);
        foreach (var leaf in _leaves)
        {
            Collect(leaf);
        }
    }

    /// <summary>The gradients of some tensors, null for one that the results do not depend on.</summary>
    internal torch.Tensor?[] Gradients(IReadOnlyList<torch.Tensor> outputs, IReadOnlyList<torch.Tensor> gradients, IReadOnlyList<torch.Tensor> inputs)
    {
        _captured = [];
        foreach (var input in inputs)
        {
            _captured.Add(input.Meta ?? throw new InvalidOperationException($"One of the inputs, {Shapes.Text(input.Sizes)}, does not require a gradient."));
        }

        Run(outputs, gradients);
        var found = inputs.Select(input => input.Meta!.Pending).ToArray();
        foreach (var meta in _leaves.Concat(_captured))
        {
            if (!_captured.Contains(meta))
            {
                meta.Pending?.Dispose();
            }

            meta.Pending = null;
        }

        return found;
    }

    private void Run(IReadOnlyList<torch.Tensor> outputs, IReadOnlyList<torch.Tensor> gradients)
    {
        using var mode = GradMode.Set(createGraph);
        for (var i = 0; i < outputs.Count; i++)
        {
            Discover(outputs[i].Meta!);
            Add(outputs[i].Meta!, gradients[i].Alias());
        }

        _nodes.Sort((a, b) => b.Depth.CompareTo(a.Depth));
        foreach (var node in _nodes)
        {
            node.IsSeen = false;
            Step(node);
        }

        foreach (var node in _nodes)
        {
            node.Output.Drop();
        }
    }

    private void Discover(AutogradMeta from)
    {
        var stack = new Stack<AutogradMeta>();
        stack.Push(from);
        while (stack.TryPop(out var meta))
        {
            if (meta.Producer is { IsSeen: false } node)
            {
                node.IsSeen = true;
                node.Output.Hold();
                _nodes.Add(node);
                foreach (var input in node.Inputs)
                {
                    if (input is not null)
                    {
                        stack.Push(input);
                    }
                }
            }
        }
    }

    private void Step(Node node)
    {
        if (node.Output.Pending is not { } gradient)
        {
            return;
        }

        if (createGraph)
        {
            Apply(node, gradient, null);
        }
        else
        {
            using var scope = new DisposeScope();
            Apply(node, gradient, scope);
        }

        if (_captured?.Contains(node.Output) is not true)
        {
            node.Output.Pending = null;
            gradient.Dispose();
        }

        if (!keepGraph)
        {
            node.Release();
        }
    }

    private void Apply(Node node, torch.Tensor gradient, DisposeScope? scope)
    {
        var gradients = node.Rule.Backward(node, gradient);
        for (var i = 0; i < gradients.Length; i++)
        {
            if (gradients[i] is { } part && node.Inputs[i] is { } input)
            {
                Add(input, scope is null || part == (object)gradient ? part.Alias() : scope.Detach(part));
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
        before.Dispose();
        gradient.Dispose();
    }

    private void Collect(AutogradMeta leaf)
    {
        using var mode = GradMode.Set(createGraph);
        var gradient = leaf.Pending!;
        leaf.Pending = null;
        if (leaf.Gradient is { } sum && !createGraph)
        {
            sum.add_(gradient);
            gradient.Dispose();
        }
        else if (leaf.Gradient is { } before)
        {
            leaf.Gradient = (before + gradient).DetachFromDisposeScope();
            gradient.Dispose();
        }
        else if (createGraph || (gradient.IsContiguous && gradient.Storage.IsSole))
        {
            leaf.Gradient = gradient;
        }
        else
        {
            leaf.Gradient = Kernels.Copy.ToNew(gradient).DetachFromDisposeScope();
            gradient.Dispose();
        }
    }
}
