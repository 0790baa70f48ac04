namespace TorchSharp.Modules;

/// <summary>A trainable tensor. It belongs to no dispose scope; its module disposes it.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes over the memory of <paramref name="data"/>, which can no longer be used.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(data) => requires_grad_(requires_grad);
}
