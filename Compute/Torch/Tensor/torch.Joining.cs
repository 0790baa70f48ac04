using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after the other along a dimension; their other sizes are equal.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        var d = Shapes.Dim(dim, tensors[0].Sizes.Length);
        var type = tensors.Select(t => t.dtype).Aggregate(ScalarTypes.Promote);
        Tensor[] parts = [.. tensors.Select(t => t.to_type(type))];
        var shape = (long[])parts[0].Sizes.Clone();
        shape[d] = parts.Sum(part => Fitting(part, shape, d));
        var result = Tensor.Allocate(shape, type);
        long start = 0;
        foreach (var part in parts)
        {
            Kernels.Copy.Into(part, result.Part(d, start, part.Sizes[d]));
            start += part.Sizes[d];
        }

        return Tape.RecordMany(GradientRules.Cat, result, d, parts);
    }

    /// <summary>Tensors of one shape along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => cat([.. tensors.Select(tensor => tensor.unsqueeze(dim))], dim);

    private static long Fitting(Tensor part, long[] shape, int dim)
    {
        var fits = part.Sizes.Length == shape.Length && Enumerable.Range(0, shape.Length).All(i => i == dim || part.Sizes[i] == shape[i]);
        return fits ? part.Sizes[dim]
            : throw new ArgumentException($"cat: expected {Shapes.Text(shape)} but for dimension {dim}, got {Shapes.Text(part.Sizes)}");
    }

    public partial class Tensor
    {
        /// <summary>A run of a dimension, off the tape.</summary>
        internal Tensor Part(int dim, long start, long length) => Sliced(dim, start, start + length, 1);
    }
}
