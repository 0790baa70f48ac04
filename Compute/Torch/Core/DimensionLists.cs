namespace TorchSharp;

/// <summary>Lists of dimensions. Those that nearly every operation asks for are made once and must not be written to.</summary>
internal static class DimensionLists
{
    private const int Kept = 8;
    private static readonly int[][] _all = [.. Enumerable.Range(0, Kept).Select(rank => Enumerable.Range(0, rank).ToArray())];
    private static readonly int[][] _single = [.. Enumerable.Range(0, Kept).Select(dim => new[] { dim })];

    /// <summary>0, 1, ... of a tensor with so many.</summary>
    internal static int[] All(int rank) => rank < Kept ? _all[rank] : [.. Enumerable.Range(0, rank)];

    internal static int[] Single(int dim) => dim < Kept ? _single[dim] : [dim];
}
