namespace TorchSharp;

public static partial class torch
{
    /// <summary>A random order of 0 … n − 1 (Fisher and Yates).</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var stream = (generator ?? Generator.Default).Stream;
        var order = new long[n];
        for (long i = 0; i < n; i++)
        {
            order[i] = i;
        }

        for (var i = n - 1; i > 0; i--)
        {
            var j = RandomFill.Below(stream, i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return tensor(order, dtype, device, requires_grad);
    }

    /// <summary>Integers uniform in [low, high).</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        var stream = (generator ?? Generator.Default).Stream;
        var values = new long[Shapes.Count(size)];
        foreach (ref var value in values.AsSpan())
        {
            value = low + RandomFill.Below(stream, high - low);
        }

        return tensor(values, size, dtype, device, requires_grad);
    }

    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator);

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) => input.multinomial(num_samples, replacement, generator);

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => input.rand_like(dtype, device, requires_grad);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => input.randn_like(dtype, device, requires_grad);

    /// <summary>Normally distributed values with a mean and deviation for each element.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        mean + (std * randn(Shapes.Broadcast(mean.Sizes, std.Sizes), mean.dtype, generator: generator));
}
