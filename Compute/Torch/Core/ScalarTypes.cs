namespace TorchSharp;

/// <summary>What element types are called, how large they are and which one two of them meet in.</summary>
internal static class ScalarTypes
{
    internal static torch.ScalarType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? torch.ScalarType.Float32
        : typeof(T) == typeof(double) ? torch.ScalarType.Float64
        : typeof(T) == typeof(long) ? torch.ScalarType.Int64
        : typeof(T) == typeof(int) ? torch.ScalarType.Int32
        : typeof(T) == typeof(bool) ? torch.ScalarType.Bool
        : throw new NotSupportedException($"The engine has no tensors of {typeof(T).Name}.");

    internal static torch.ScalarType Promote(torch.ScalarType a, torch.ScalarType b) => Rank(a) >= Rank(b) ? a : b;

    /// <summary>PyTorch's rule: a tensor without dimensions changes the type only by a higher category.</summary>
    internal static torch.ScalarType Promote(torch.Tensor a, torch.Tensor b)
    {
        if (a.dtype == b.dtype)
        {
            return a.dtype;
        }

        var (scalar, full) = a.Sizes.Length == 0 ? (a, b) : (b, a);
        var isMixed = scalar.Sizes.Length == 0 && full.Sizes.Length > 0;
        return isMixed && Category(scalar.dtype) <= Category(full.dtype) ? full.dtype : Promote(a.dtype, b.dtype);
    }

    /// <summary>The type of a tensor combined with a plain number.</summary>
    internal static torch.ScalarType Promote(torch.ScalarType tensor, Scalar scalar) =>
        Category(scalar.Type) <= Category(tensor) ? tensor
        : torch.is_floating_point(scalar.Type) ? torch.ScalarType.Float32 : scalar.Type;

    private static int Category(torch.ScalarType type) =>
        torch.is_floating_point(type) ? 2 : type == torch.ScalarType.Bool ? 0 : 1;

    private static int Rank(torch.ScalarType type) => type switch
    {
        torch.ScalarType.Bool => 0,
        torch.ScalarType.Int32 => 1,
        torch.ScalarType.Int64 => 2,
        torch.ScalarType.Float32 => 3,
        _ => 4,
    };
}
