namespace TorchSharp.Autograd;

/// <summary>
/// One recorded operation, and the place of its result: its rule, the places of its inputs, and what the rule needs.
/// Nodes are kept per thread and used again once nothing can reach them.
/// </summary>
internal sealed partial class Node : AutogradMeta
{
    private NodeInput[] _inputs = new NodeInput[SmallInputs];
    private (torch.Tensor Tensor, int Version)? _output;
    private Context? _context;
    private bool _isReleased;

    internal GradientRule Rule { get; private set; } = null!;

    internal override Node Producer => this;

    /// <summary>One more than the deepest input's: consumers come before producers in descending depth.</summary>
    internal int Depth { get; private set; }

    internal bool IsSeen { get; set; }

    /// <summary>How many inputs the operation has.</summary>
    internal int Count { get; private set; }

    /// <summary>The place of an input on the tape; none if it is off it.</summary>
    internal AutogradMeta? Place(int input) => _inputs[input].Meta;

    internal bool Needs(int input) => _inputs[input].Meta is not null;

    internal long[] Shape(int input) => _inputs[input].Shape;

    internal torch.ScalarType Type(int input) => _inputs[input].Type;

    /// <summary>The value of an input as it was.</summary>
    internal torch.Tensor Input(int input) => Unpack(_inputs[input].Saved is { } saved ? (saved, _inputs[input].Version) : null);

    /// <summary>The value of the result as it was.</summary>
    internal torch.Tensor Result() => Unpack(_output);

    internal T Get<T>() => _context is Context<T> context ? context.Value : throw Missing();

    /// <summary>Puts the result on the tape.</summary>
    internal void Produce(torch.Tensor result)
    {
        result.Meta = this;
        if (Rule.SavesOutput)
        {
            _output = (result.Alias(holds: false), result.Storage.Version);
        }
    }

    private void Connect(ref NodeInput place, torch.Tensor input)
    {
        var meta = input.Meta;
        meta?.Hold();
        (place.Meta, place.Shape, place.Type) = (meta, input.Sizes, input.dtype);
        Depth = Math.Max(Depth, 1 + (meta?.Producer?.Depth ?? 0));
        if (Rule.SavesInputs)
        {
            (place.Saved, place.Version) = (input.Alias(), input.Storage.Version);
        }
    }

    private torch.Tensor Unpack((torch.Tensor Tensor, int Version)? saved)
    {
        if (saved is not var (tensor, version))
        {
            throw Missing();
        }

        return tensor.Storage.Version == version ? tensor
            : throw new InvalidOperationException($"A value that the gradient of '{Rule.Name}' needs, {Shapes.Text(tensor.Sizes)}, was changed in place.");
    }

    private InvalidOperationException Missing() => new(_isReleased
        ? $"Trying to run backward through '{Rule.Name}' a second time; pass retain_graph: true the first time."
        : $"The rule of '{Rule.Name}' asks for a value that it does not save.");
}
