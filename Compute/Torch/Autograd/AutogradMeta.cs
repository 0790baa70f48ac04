namespace TorchSharp.Autograd;

/// <summary>A value's place on the tape: a leaf that collects a gradient, or the result of a node.</summary>
internal sealed class AutogradMeta(Node? producer)
{
    /// <summary>What computed the value; none for a leaf.</summary>
    internal Node? Producer { get; } = producer;

    /// <summary>The gradient collected by a leaf.</summary>
    internal torch.Tensor? Gradient { get; set; }

    /// <summary>The gradient gathered so far in the running backward pass.</summary>
    internal torch.Tensor? Pending { get; set; }
}
