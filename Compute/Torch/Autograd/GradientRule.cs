namespace TorchSharp.Autograd;

/// <summary>What a node keeps of its operation for the way back.</summary>
[Flags]
internal enum Saves
{
    Nothing = 0,
    Inputs = 1,
    Output = 2,
}

/// <summary>
/// How the gradient of an operation's result becomes the gradients of its inputs (null for one that needs none).
/// Rules are written in tensor operations, so that their own gradient is on the tape when the graph is kept.
/// </summary>
internal sealed record GradientRule(string Name, Saves Saves, Func<Node, torch.Tensor, Gradients> Backward)
{
    internal bool SavesInputs { get; } = (Saves & Saves.Inputs) != 0;

    internal bool SavesOutput { get; } = (Saves & Saves.Output) != 0;
}
