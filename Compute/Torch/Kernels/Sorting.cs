namespace TorchSharp.Kernels;

/// <summary>Stable orders along a dimension.</summary>
internal static class Sorting
{
    internal static torch.Tensor Argsort(torch.Tensor x, int dim, bool descending)
    {
        var values = Convert.To(x, torch.ScalarType.Float64).Ordered().Span<double>().ToArray();
        var result = torch.Tensor.Allocate(x.Sizes, torch.ScalarType.Int64);
        var to = result.Span<long>();
        var (outer, n, inner) = Layout.Of(x.Sizes, dim);
        for (var i = 0; i < outer * inner; i++)
        {
            var first = n == 0 ? 0 : (i / inner * n * inner) + (i % inner);
            var order = Order(values, first, n, inner, descending);
            for (var k = 0; k < n; k++)
            {
                to[first + (k * inner)] = order[k];
            }
        }

        return result;
    }

    private static long[] Order(double[] values, int first, int n, int step, bool descending)
    {
        var order = new long[n];
        for (var k = 0; k < n; k++)
        {
            order[k] = k;
        }

        Array.Sort(order, (a, b) =>
        {
            var by = Compare(values[first + (a * step)], values[first + (b * step)]);
            return by != 0 ? (descending ? -by : by) : a.CompareTo(b);
        });
        return order;
    }

    private static int Compare(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? double.IsNaN(a).CompareTo(double.IsNaN(b)) : a.CompareTo(b);
}
