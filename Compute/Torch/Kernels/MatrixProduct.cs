namespace TorchSharp.Kernels;

/// <summary>Products of tensors as matrices, with the checks of their shapes.</summary>
internal static class MatrixProduct
{
    internal static torch.Tensor Run(torch.Tensor a, torch.Tensor b, torch.Tensor? bias = null)
    {
        if (a.Sizes.Length != 2 || b.Sizes.Length != 2 || a.Sizes[1] != b.Sizes[0] || a.dtype != b.dtype)
        {
            throw new ArgumentException($"mm: expected [m, k] and [k, n] of one type, got {Shapes.Text(a.Sizes)} {a.dtype} and {Shapes.Text(b.Sizes)} {b.dtype}");
        }

        var result = torch.Tensor.Allocate([a.Sizes[0], b.Sizes[1]], a.dtype);
        var row = bias?.Ordered();
        switch (a.dtype)
        {
            case torch.ScalarType.Float32: Gemm.Run(new Matrix<float>(a), new Matrix<float>(b), row is null ? [] : row.Span<float>(), result.Span<float>()); break;
            case torch.ScalarType.Float64: Gemm.Run(new Matrix<double>(a), new Matrix<double>(b), row is null ? [] : row.Span<double>(), result.Span<double>()); break;
            default: throw new ArgumentException($"mm: expected floating point, got {a.dtype}");
        }

        return result;
    }

    internal static torch.Tensor Batched(torch.Tensor a, torch.Tensor b)
    {
        if (a.Sizes.Length != 3 || b.Sizes.Length != 3 || a.Sizes[0] != b.Sizes[0] || a.Sizes[2] != b.Sizes[1])
        {
            throw new ArgumentException($"bmm: expected [b, m, k] and [b, k, n], got {Shapes.Text(a.Sizes)} and {Shapes.Text(b.Sizes)}");
        }

        using var mode = torch.no_grad();
        var result = torch.Tensor.Allocate([a.Sizes[0], a.Sizes[1], b.Sizes[2]], a.dtype);
        for (var i = 0L; i < a.Sizes[0]; i++)
        {
            using var product = Run(a.select(0, i), b.select(0, i));
            Copy.Into(product, result.select(0, i));
        }

        return result;
    }
}
