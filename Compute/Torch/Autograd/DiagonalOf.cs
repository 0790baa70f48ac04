namespace TorchSharp.Autograd;

/// <summary>A diagonal of two dimensions: above the main one when the offset is positive.</summary>
internal readonly record struct DiagonalOf(long Offset, int Dim1, int Dim2);
