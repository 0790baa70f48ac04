namespace TorchSharp.Autograd;

/// <summary>A value's place on the tape: a leaf that collects a gradient, or the result of a node.</summary>
internal sealed class AutogradMeta(Node? producer)
{
    private int _holders;

    /// <summary>What computed the value; none for a leaf.</summary>
    internal Node? Producer { get; } = producer;

    /// <summary>The gradient collected by a leaf.</summary>
    internal torch.Tensor? Gradient { get; set; }

    /// <summary>Whether somebody has been given the gradient, whose life is theirs then.</summary>
    internal bool IsGradientShared { get; set; }

    /// <summary>The gradient gathered so far in the running backward pass.</summary>
    internal torch.Tensor? Pending { get; set; }

    /// <summary>One more tensor, node or backward pass can reach this place.</summary>
    internal void Hold() => _holders++;

    /// <summary>
    /// One fewer can. What computed a value that nothing can reach any more lets go of what it saved, so that a graph
    /// that is never run backwards gives its buffers back when the scope of its tensors closes.
    /// </summary>
    internal void Drop()
    {
        if (--_holders > 0)
        {
            return;
        }

        Producer?.Release();
        if (!IsGradientShared)
        {
            Gradient?.Dispose();
        }
    }
}
