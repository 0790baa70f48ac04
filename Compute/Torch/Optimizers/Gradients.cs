namespace TorchSharp.Optimizers;

/// <summary>What optimizers and modules do with the gradients of parameters.</summary>
internal static class Gradients
{
    /// <summary>Drops the gradient, whose buffer goes back to the pool, or sets it to zeros.</summary>
    internal static void Clear(torch.Tensor parameter, bool toNone)
    {
        if (parameter.Meta is not { Gradient: { } gradient } meta)
        {
            return;
        }

        if (toNone)
        {
            var isShared = meta.IsGradientShared;
            (meta.Gradient, meta.IsGradientShared) = (null, false);
            Drop(gradient, isShared);
            return;
        }

        using var mode = torch.no_grad();
        gradient.zero_();
    }

    // A handle that a caller has been given is never used again.
    private static void Drop(torch.Tensor gradient, bool isShared)
    {
        if (isShared)
        {
            gradient.Dispose();
        }
        else
        {
            gradient.Recycle();
        }
    }
}
