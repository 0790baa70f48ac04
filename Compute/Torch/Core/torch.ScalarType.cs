namespace TorchSharp;

public static partial class torch
{
    /// <summary>Element types. The numbers are libtorch's.</summary>
    public enum ScalarType : sbyte
    {
        Int32 = 3,
        Int64 = 4,
        Float32 = 6,
        Float64 = 7,
        Bool = 11,
    }

    public const ScalarType int32 = ScalarType.Int32;
    public const ScalarType @int = ScalarType.Int32;
    public const ScalarType int64 = ScalarType.Int64;
    public const ScalarType @long = ScalarType.Int64;
    public const ScalarType float32 = ScalarType.Float32;
    public const ScalarType @float = ScalarType.Float32;
    public const ScalarType float64 = ScalarType.Float64;
    public const ScalarType @double = ScalarType.Float64;
    public const ScalarType @bool = ScalarType.Bool;

    /// <summary>Whether values of this type are real numbers with a fraction, and so can carry a gradient.</summary>
    public static bool is_floating_point(ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>Whether the tensor's elements are floating point.</summary>
    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    /// <summary>The type that new floating-point tensors get.</summary>
    public static ScalarType get_default_dtype() => ScalarType.Float32;
}
