namespace TorchSharp.Autograd;

/// <summary>A value's place on the tape: a leaf that collects a gradient, or (see <see cref="Node"/>) the result of an operation.</summary>
internal class AutogradMeta
{
    private int _holders;

    /// <summary>What computed the value; none for a leaf.</summary>
    internal virtual Node? Producer => null;

    /// <summary>The gradient collected by a leaf.</summary>
    internal torch.Tensor? Gradient { get; set; }

    /// <summary>Whether somebody has been given the gradient, whose life is theirs then.</summary>
    internal bool IsGradientShared { get; set; }

    /// <summary>The gradient gathered so far in the running backward pass.</summary>
    internal torch.Tensor? Pending { get; set; }

    internal bool IsReachable => _holders > 0;

    /// <summary>One more tensor, node or backward pass can reach this place.</summary>
    internal void Hold() => _holders++;

    /// <summary>
    /// One fewer can. What computed a value that nothing can reach any more lets go of what it saved, so that a graph
    /// that is never run backwards gives its buffers back when the scope of its tensors closes.
    /// </summary>
    internal void Drop()
    {
        if (--_holders == 0)
        {
            LetGoOfGradient();
            Forget();
        }
    }

    /// <summary>Nothing can reach the place any more.</summary>
    private protected virtual void Forget()
    {
    }

    /// <summary>Drops the gradient, whose buffer goes back to the pool unless somebody else has it.</summary>
    internal void LetGoOfGradient()
    {
        if (!IsGradientShared)
        {
            Gradient?.Recycle();
        }

        (Gradient, IsGradientShared) = (null, false);
    }
}
