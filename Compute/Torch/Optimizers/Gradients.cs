namespace TorchSharp.Optimizers;

/// <summary>What optimizers and modules do with the gradients of parameters.</summary>
internal static class Gradients
{
    /// <summary>Drops the gradient, whose buffer goes back to the pool, or sets it to zeros.</summary>
    internal static void Clear(torch.Tensor parameter, bool toNone)
    {
        if (parameter.grad is not { } gradient)
        {
            return;
        }

        if (toNone)
        {
            parameter.grad = null;
            gradient.Dispose();
            return;
        }

        using var mode = torch.no_grad();
        gradient.zero_();
    }
}
