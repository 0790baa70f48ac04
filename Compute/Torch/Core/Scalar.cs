namespace TorchSharp;

/// <summary>A number of any element type, made by implicit conversion.</summary>
public sealed class Scalar : IDisposable
{
    private const int SlotBits = 7;
    private const int Slots = 1 << SlotBits;

    // A step multiplies by the same numbers as the one before; a slot holds the last that fell into it.
    [ThreadStatic]
    private static Scalar?[]? _seen;

    private readonly double _real;
    private readonly long _integer;

    private Scalar(double real, long integer, torch.ScalarType type)
    {
        _real = real;
        _integer = integer;
        Type = type;
    }

    public torch.ScalarType Type { get; }

    public static implicit operator Scalar(int value) => Whole(value);

    public static implicit operator Scalar(long value) => Whole(value);

    public static implicit operator Scalar(float value) => Real(value, torch.ScalarType.Float32);

    public static implicit operator Scalar(double value) => Real(value, torch.ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(value ? 1 : 0, value ? 1 : 0, torch.ScalarType.Bool);

    public void Dispose()
    {
        // Holds nothing; TorchSharp's scalar is disposable, so code written for it may dispose.
    }

    internal double Double => _real;

    internal long Integer => _integer;

    private static Scalar Whole(long value)
    {
        ref var seen = ref Slot(value, torch.ScalarType.Int64);
        return seen is { Type: torch.ScalarType.Int64 } && seen._integer == value ? seen
            : seen = new(value, value, torch.ScalarType.Int64);
    }

    private static Scalar Real(double value, torch.ScalarType type)
    {
        ref var seen = ref Slot(BitConverter.DoubleToInt64Bits(value), type);
        return seen is not null && seen.Type == type && BitConverter.DoubleToInt64Bits(seen._real) == BitConverter.DoubleToInt64Bits(value) ? seen
            : seen = new(value, double.IsFinite(value) ? (long)Math.Clamp(value, -9.2e18, 9.2e18) : 0, type);
    }

    private static ref Scalar? Slot(long bits, torch.ScalarType type)
    {
        var hash = (ulong)(bits ^ (long)type) * 0x9E3779B97F4A7C15;
        return ref (_seen ??= new Scalar?[Slots])[hash >> (64 - SlotBits)];
    }
}
