namespace TorchSharp.Kernels;

/// <summary>A contiguous tensor seen from one dimension: [outer, n, inner].</summary>
internal readonly record struct Layout(int Outer, int Size, int Inner)
{
    internal static Layout Of(ReadOnlySpan<long> shape, int dim) => shape.Length == 0
        ? new Layout(1, 1, 1)
        : new Layout((int)Shapes.Count(shape[..dim]), (int)shape[dim], (int)Shapes.Count(shape[(dim + 1)..]));
}
