namespace TorchSharp;

/// <summary>A number of any element type, made by implicit conversion.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double _real;
    private readonly long _integer;

    private Scalar(double real, long integer, torch.ScalarType type)
    {
        _real = real;
        _integer = integer;
        Type = type;
    }

    public torch.ScalarType Type { get; }

    public static implicit operator Scalar(int value) => new(value, value, torch.ScalarType.Int64);

    public static implicit operator Scalar(long value) => new(value, value, torch.ScalarType.Int64);

    public static implicit operator Scalar(float value) => Real(value, torch.ScalarType.Float32);

    public static implicit operator Scalar(double value) => Real(value, torch.ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(value ? 1 : 0, value ? 1 : 0, torch.ScalarType.Bool);

    public void Dispose()
    {
        // Holds nothing; TorchSharp's scalar is disposable, so code written for it may dispose.
    }

    internal double Double => _real;

    internal long Integer => _integer;

    private static Scalar Real(double value, torch.ScalarType type) =>
        new(value, double.IsFinite(value) ? (long)Math.Clamp(value, -9.2e18, 9.2e18) : 0, type);
}
