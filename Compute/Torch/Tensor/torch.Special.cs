namespace TorchSharp;

/// <summary>Functions of tensors, each the method of the same name.</summary>
public static partial class torch
{
    public static Tensor lgamma(Tensor input) => input.lgamma();

    public static Tensor digamma(Tensor input) => input.digamma();

    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);

    public static Tensor erf(Tensor input) => input.erf();

    public static Tensor erfc(Tensor input) => input.erfc();
}
