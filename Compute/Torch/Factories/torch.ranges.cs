namespace TorchSharp;

public static partial class torch
{
    /// <summary>start, start + step, ... before stop; integers give int64.</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from stop.</exception>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var count = Math.Ceiling((stop.Double - start.Double) / step.Double);
        if (!(count >= 0) || double.IsInfinity(count))
        {
            throw new ArgumentException($"arange: expected a step from {start.Double} towards {stop.Double}, got {step.Double}");
        }

        var values = new double[(int)count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = start.Double + (i * step.Double);
        }

        var isReal = is_floating_point(start.Type) || is_floating_point(stop.Type) || is_floating_point(step.Type);
        return tensor(values, dtype ?? (isReal ? get_default_dtype() : ScalarType.Int64), device, requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Evenly spaced from start to end, both included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var values = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            values[i] = steps == 1 ? start : start + ((end - start) * i / (steps - 1));
        }

        return tensor(values, dtype ?? get_default_dtype(), device, requires_grad);
    }

    /// <summary>Ones on the diagonal.</summary>
    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var width = columns < 0 ? rows : columns;
        return arange(rows).unsqueeze(1).eq(arange(width).unsqueeze(0)).to_type(dtype ?? get_default_dtype()).requires_grad_(requires_grad);
    }

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(input.Sizes, 1, dtype ?? input.dtype, device, requires_grad);

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(input.Sizes, value, dtype ?? input.dtype, device, requires_grad);
}
