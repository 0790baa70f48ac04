namespace TorchSharp.Autograd;

/// <summary>One input of a node: its place on the tape, what it looked like and, where the rule asks for it, its value.</summary>
internal struct NodeInput
{
    internal AutogradMeta? Meta;
    internal long[] Shape;
    internal torch.Tensor? Saved;
    internal int Version;
    internal torch.ScalarType Type;
}
