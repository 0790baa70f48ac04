namespace TorchSharp.Kernels;

/// <summary>Walks batches of matrices [.., n, n], in double whatever the element type.</summary>
internal static class Matrices
{
    internal delegate void Factorization(ReadOnlySpan<double> a, Span<double> result, int n);

    internal delegate void Solution(ReadOnlySpan<double> a, Span<double> x, int n, int columns);

    /// <summary>n of [.., n, n].</summary>
    internal static int Side(torch.Tensor a, string name) =>
        a.Sizes.Length >= 2 && a.Sizes[^1] == a.Sizes[^2] && a.is_floating_point() ? (int)a.Sizes[^1]
        : throw new ArgumentException($"{name}: expected floating-point [.., n, n], got {a.dtype} {Shapes.Text(a.Sizes)}");

    /// <summary>Each matrix to <paramref name="length"/> numbers of a result of the given shape.</summary>
    internal static torch.Tensor Map(torch.Tensor a, string name, long[] shape, int length, Factorization each)
    {
        var n = Side(a, name);
        var from = (ReadOnlySpan<double>)Convert.To(a, torch.ScalarType.Float64).Ordered().Span<double>();
        var result = torch.Tensor.Allocate(shape, torch.ScalarType.Float64);
        var to = result.Span<double>();
        for (var i = 0; i < (n == 0 ? 0 : from.Length / (n * n)); i++)
        {
            each(from.Slice(i * n * n, n * n), to.Slice(i * length, length), n);
        }

        return Convert.To(result, a.dtype);
    }

    /// <summary>Solves each system; <paramref name="b"/> [.., n, k] is of the same batch as <paramref name="a"/>.</summary>
    internal static torch.Tensor Solve(torch.Tensor a, torch.Tensor b, string name, Solution each)
    {
        var n = Side(a, name);
        var columns = (int)b.Sizes[^1];
        var matrices = (ReadOnlySpan<double>)Convert.To(a, torch.ScalarType.Float64).Ordered().Span<double>();
        var result = torch.Tensor.Allocate(b.Sizes, torch.ScalarType.Float64);
        Copy.Into(Convert.To(b, torch.ScalarType.Float64), result);
        var to = result.Span<double>();
        for (var i = 0; i < (n == 0 ? 0 : matrices.Length / (n * n)); i++)
        {
            each(matrices.Slice(i * n * n, n * n), to.Slice(i * n * columns, n * columns), n, columns);
        }

        return Convert.To(result, a.dtype);
    }
}
