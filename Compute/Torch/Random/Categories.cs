namespace TorchSharp;

/// <summary>Draws positions by weight: the first whose running sum exceeds a uniform share of the total, one block a draw.</summary>
internal static class Categories
{
    internal static torch.Tensor Draw(torch.Tensor weights, long count, bool replacement, Philox stream)
    {
        var width = Width(weights, count, replacement);
        var values = weights.to_type(torch.float64).data<double>().ToArray();
        var drawn = torch.Tensor.Allocate([.. weights.Sizes[..^1], count], torch.int64);
        var to = drawn.Span<long>();
        for (var row = 0; row < values.Length / width; row++)
        {
            Draw(values.AsSpan(row * width, width), to.Slice(row * (int)count, (int)count), replacement, stream);
        }

        return drawn;
    }

    private static void Draw(Span<double> weights, Span<long> drawn, bool replacement, Philox stream)
    {
        var running = new double[weights.Length];
        for (var k = 0; k < drawn.Length; k++)
        {
            if (k == 0 || !replacement)
            {
                Accumulate(weights, running);
            }

            var (a, b, _, _) = stream.Next();
            drawn[k] = Find(running, RandomFill.Real(a, b) * running[^1]);
            weights[(int)drawn[k]] = replacement ? weights[(int)drawn[k]] : 0;
        }
    }

    private static void Accumulate(ReadOnlySpan<double> weights, double[] running)
    {
        var sum = 0.0;
        for (var i = 0; i < running.Length; i++)
        {
            sum += weights[i] >= 0 && double.IsFinite(weights[i]) ? weights[i]
                : throw new ArgumentException($"multinomial: expected finite weights of at least 0, got {weights[i]} at {i}");
            running[i] = sum;
        }

        if (sum <= 0)
        {
            throw new ArgumentException("multinomial: expected as many positive weights as are drawn");
        }
    }

    /// <summary>The first position whose running sum is above <paramref name="value"/>.</summary>
    private static int Find(double[] running, double value)
    {
        var (low, high) = (0, running.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = running[middle] > value ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static int Width(torch.Tensor weights, long count, bool replacement)
    {
        if (weights.Sizes.Length is not (1 or 2) || weights.Sizes[^1] == 0 || !weights.is_floating_point())
        {
            throw new ArgumentException($"multinomial: expected floating-point weights [n] or [rows, n], got {weights.dtype} {Shapes.Text(weights.Sizes)}");
        }

        return count >= 0 && (replacement || count <= weights.Sizes[^1]) ? (int)weights.Sizes[^1]
            : throw new ArgumentException($"multinomial: expected at most {weights.Sizes[^1]} draws without replacement, got {count}");
    }
}
