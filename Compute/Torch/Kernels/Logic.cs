namespace TorchSharp.Kernels;

/// <summary>Tensors of bools, and other types as "not zero".</summary>
internal static class Logic
{
    internal static torch.Tensor And(torch.Tensor a, torch.Tensor b)
    {
        var shape = Shapes.Broadcast(a.Sizes, b.Sizes);
        var (x, y) = (Truth(a, shape), Truth(b, shape));
        var result = torch.Tensor.Allocate(shape, torch.ScalarType.Bool);
        var from = x.Span<bool>();
        var with = y.Span<bool>();
        var to = result.Span<bool>();
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i] && with[i];
        }

        return result;
    }

    internal static long CountTrue(torch.Tensor x)
    {
        long count = 0;
        foreach (var value in Truth(x, x.Sizes).Span<bool>())
        {
            count += value ? 1 : 0;
        }

        return count;
    }

    internal static torch.Tensor Truth(torch.Tensor x, long[] shape)
    {
        var truth = Convert.To(x, torch.ScalarType.Bool);
        return truth.View(shape, Shapes.Expanded(truth.Sizes, truth.Strides, shape), truth.Offset).Ordered();
    }
}
