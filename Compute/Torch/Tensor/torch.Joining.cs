using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after the other along a dimension; their other sizes are equal.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        var d = Shapes.Dim(dim, tensors[0].Sizes.Length);
        var parts = OfOneType(tensors);
        Span<long> shape = stackalloc long[parts[0].Sizes.Length];
        parts[0].Sizes.CopyTo(shape);
        long size = 0;
        foreach (var part in parts)
        {
            size += Fitting(part, shape, d);
        }

        shape[d] = size;
        var result = Tensor.Allocate(shape, parts[0].dtype);
        long start = 0;
        foreach (var part in parts)
        {
            Kernels.Copy.Into(part, result, d, start);
            start += part.Sizes[d];
        }

        return Tape.RecordWith(GradientRules.Cat, result, d, parts);
    }

    /// <summary>Tensors of one shape along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => cat(tensors.Select(tensor => tensor.unsqueeze(dim)).ToArray(), dim);

    private static Tensor[] OfOneType(IList<Tensor> tensors)
    {
        var type = tensors[0].dtype;
        for (var i = 1; i < tensors.Count; i++)
        {
            type = ScalarTypes.Promote(type, tensors[i].dtype);
        }

        var parts = new Tensor[tensors.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = tensors[i].to_type(type);
        }

        return parts;
    }

    private static long Fitting(Tensor part, ReadOnlySpan<long> shape, int dim)
    {
        var fits = part.Sizes.Length == shape.Length;
        for (var i = 0; fits && i < shape.Length; i++)
        {
            fits = i == dim || part.Sizes[i] == shape[i];
        }

        return fits ? part.Sizes[dim]
            : throw new ArgumentException($"cat: expected {Shapes.Text(shape)} but for dimension {dim}, got {Shapes.Text(part.Sizes)}");
    }

    public partial class Tensor
    {
        /// <summary>A run of a dimension, off the tape.</summary>
        internal Tensor Part(int dim, long start, long length) => Sliced(dim, start, start + length, 1);
    }
}
