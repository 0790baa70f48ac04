namespace TorchSharp.Kernels;

/// <summary>Copies between tensors of any strides. Works on the width of an element, whatever its type.</summary>
internal static class Copy
{
    /// <summary>A contiguous copy.</summary>
    internal static torch.Tensor ToNew(torch.Tensor x)
    {
        var y = torch.Tensor.Allocate(x.Sizes, x.dtype);
        Into(x, y);
        return y;
    }

    /// <summary>Writes <paramref name="from"/>, broadcast, over <paramref name="to"/>; both of one type.</summary>
    internal static void Into(torch.Tensor from, torch.Tensor to) =>
        Into(from, Shapes.Expanded(from.Sizes, from.Strides, to.Sizes), to, to.Sizes, 0);

    /// <summary>Writes a tensor over the positions of one dimension of another from <paramref name="start"/> on.</summary>
    internal static void Into(torch.Tensor from, torch.Tensor to, int dim, long start) =>
        Into(from, from.Strides, to, from.Sizes, (int)(start * to.Strides[dim]));

    private static void Into(torch.Tensor from, long[] strides, torch.Tensor to, long[] shape, int offset)
    {
        switch (to.ElementSize)
        {
            case 1: Into<byte>(from, strides, to, shape, offset); break;
            case 4: Into<int>(from, strides, to, shape, offset); break;
            default: Into<long>(from, strides, to, shape, offset); break;
        }
    }

    private static void Into<T>(torch.Tensor from, long[] strides, torch.Tensor to, long[] shape, int offset)
        where T : unmanaged
    {
        if (Shapes.Count(shape) == 0)
        {
            return;
        }

        var plan = new BroadcastPlan(shape, strides, to.Strides, stackalloc long[BroadcastPlan.Room(shape.Length)]);
        var x = from.Strided<T>();
        var y = to.Strided<T>()[offset..];
        for (int i = 0, runs = plan.Runs; i < runs; i++)
        {
            var (atX, atY) = plan.Start(i);
            Run(x[atX..], plan.StrideA, y[atY..], plan.StrideB, plan.Run);
        }
    }

    private static void Run<T>(ReadOnlySpan<T> x, int stepX, Span<T> y, int stepY, int count)
        where T : unmanaged
    {
        if (stepX == 1 && stepY == 1)
        {
            x[..count].CopyTo(y);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            y[i * stepY] = x[i * stepX];
        }
    }
}
