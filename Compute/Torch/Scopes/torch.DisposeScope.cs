namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope that disposes the tensors made on this thread until it closes; their buffers are reused.</summary>
    public static DisposeScope NewDisposeScope() => new();
}
