namespace TorchSharp.Kernels;

/// <summary>One of two values by a condition, all three broadcast to one shape.</summary>
internal static class Select
{
    internal static torch.Tensor Run(torch.Tensor condition, torch.Tensor a, torch.Tensor b)
    {
        var shape = Shapes.Broadcast(condition.Sizes, Shapes.Broadcast(a.Sizes, b.Sizes));
        var (chosen, x, y) = (Logic.Truth(condition, shape), Whole(a, shape), Whole(b, shape));
        var result = torch.Tensor.Allocate(shape, a.dtype);
        switch (a.ElementSize)
        {
            case 1: Run<byte>(chosen, x, y, result); break;
            case 4: Run<int>(chosen, x, y, result); break;
            default: Run<long>(chosen, x, y, result); break;
        }

        return result;
    }

    private static torch.Tensor Whole(torch.Tensor x, long[] shape) =>
        x.Sizes.AsSpan().SequenceEqual(shape) ? x.Ordered()
        : x.View(shape, Shapes.Expanded(x.Sizes, x.Strides, shape), x.Offset).Ordered();

    private static void Run<T>(torch.Tensor condition, torch.Tensor a, torch.Tensor b, torch.Tensor y)
        where T : unmanaged
    {
        var chosen = condition.Span<bool>();
        var x = a.Span<T>();
        var z = b.Span<T>();
        var to = y.Span<T>();
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = chosen[i] ? x[i] : z[i];
        }
    }
}
