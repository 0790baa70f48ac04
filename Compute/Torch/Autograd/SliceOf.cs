namespace TorchSharp.Autograd;

/// <summary>Every <paramref name="Step"/>-th position of a dimension, from Start to before Finish.</summary>
internal readonly record struct SliceOf(int Dim, long Start, long Finish, long Step);
