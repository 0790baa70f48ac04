using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Relations of two tensors, broadcasting, to a tensor of bools.</summary>
internal static class Comparison
{
    internal static torch.Tensor Run<TOp>(torch.Tensor a, torch.Tensor b)
        where TOp : struct, ICompareOp
    {
        var type = ScalarTypes.Promote(a, b);
        type = type == torch.ScalarType.Bool ? torch.ScalarType.Int32 : type;
        (a, b) = (Convert.To(a, type), Convert.To(b, type));
        var result = torch.Tensor.Allocate(Shapes.Broadcast(a.Sizes, b.Sizes), torch.ScalarType.Bool);
        switch (type)
        {
            case torch.ScalarType.Float32: Run<float, TOp>(a, b, result); break;
            case torch.ScalarType.Float64: Run<double, TOp>(a, b, result); break;
            case torch.ScalarType.Int64: Run<long, TOp>(a, b, result); break;
            default: Run<int, TOp>(a, b, result); break;
        }

        return result;
    }

    private static void Run<T, TOp>(torch.Tensor a, torch.Tensor b, torch.Tensor y)
        where T : unmanaged, INumber<T>
        where TOp : struct, ICompareOp
    {
        if (y.NumberOfElements == 0)
        {
            return;
        }

        var plan = new BroadcastPlan(y.Sizes, Shapes.Expanded(a.Sizes, a.Strides, y.Sizes), Shapes.Expanded(b.Sizes, b.Strides, y.Sizes), stackalloc long[BroadcastPlan.Room(y.Sizes.Length)]);
        var x = a.Strided<T>();
        var z = b.Strided<T>();
        var to = y.Span<bool>();
        var (run, runs, stepA, stepB) = (plan.Run, plan.Runs, plan.StrideA, plan.StrideB);
        for (var i = 0; i < runs; i++)
        {
            var (atA, atB) = plan.Start(i);
            for (var j = 0; j < run; j++)
            {
                to[(i * run) + j] = TOp.Holds(x[atA + (j * stepA)], z[atB + (j * stepB)]);
            }
        }
    }
}
