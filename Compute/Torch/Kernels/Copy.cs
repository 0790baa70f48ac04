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
    internal static void Into(torch.Tensor from, torch.Tensor to)
    {
        var strides = Shapes.Expanded(from.Sizes, from.Strides, to.Sizes);
        switch (to.ElementSize)
        {
            case 1: Into<byte>(from, strides, to); break;
            case 4: Into<int>(from, strides, to); break;
            default: Into<long>(from, strides, to); break;
        }
    }

    private static void Into<T>(torch.Tensor from, long[] strides, torch.Tensor to)
        where T : unmanaged
    {
        if (to.NumberOfElements == 0)
        {
            return;
        }

        var plan = new BroadcastPlan(to.Sizes, strides, to.Strides);
        var x = from.Strided<T>();
        var y = to.Strided<T>();
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
