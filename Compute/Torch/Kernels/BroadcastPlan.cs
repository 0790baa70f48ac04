namespace TorchSharp.Kernels;

/// <summary>
/// How two strided operands are walked to fill a contiguous result: neighbouring dimensions that step alike are
/// merged, so that equal shapes become one run and a row or column broadcast becomes one run a row.
/// </summary>
internal readonly ref struct BroadcastPlan
{
    private readonly Span<long> _sizes;
    private readonly Span<long> _a;
    private readonly Span<long> _b;
    private readonly int _rank;

    /// <param name="shape">Of the result.</param>
    /// <param name="a">Strides of the first operand, read as that shape.</param>
    /// <param name="b">Strides of the second.</param>
    /// <param name="room">The plan's memory, of <see cref="Room"/> numbers.</param>
    internal BroadcastPlan(ReadOnlySpan<long> shape, ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<long> room)
    {
        var most = Math.Max(1, shape.Length);
        room.Clear();
        _sizes = room[..most];
        _a = room.Slice(most, most);
        _b = room.Slice(2 * most, most);
        _sizes[0] = 1;
        var rank = 1;
        for (var i = 0; i < shape.Length; i++)
        {
            Push(ref rank, shape[i], a[i], b[i]);
        }

        _rank = rank;
    }

    /// <summary>The length of one run.</summary>
    internal int Run => (int)_sizes[_rank - 1];

    internal int StrideA => (int)_a[_rank - 1];

    internal int StrideB => (int)_b[_rank - 1];

    internal int Runs
    {
        get
        {
            long runs = 1;
            for (var i = 0; i < _rank - 1; i++)
            {
                runs *= _sizes[i];
            }

            return (int)runs;
        }
    }

    /// <summary>How many numbers a plan for so many dimensions needs.</summary>
    internal static int Room(int rank) => 3 * Math.Max(1, rank);

    /// <summary>Where run <paramref name="run"/> starts in both operands.</summary>
    internal (int A, int B) Start(int run)
    {
        long a = 0, b = 0, rest = run;
        for (var i = _rank - 2; i >= 0; i--)
        {
            var at = rest % _sizes[i];
            rest /= _sizes[i];
            a += at * _a[i];
            b += at * _b[i];
        }

        return ((int)a, (int)b);
    }

    private void Push(ref int rank, long size, long a, long b)
    {
        if (size == 1)
        {
            return;
        }

        var last = rank - 1;
        if (_sizes[last] == 1 || (_a[last] == a * size && _b[last] == b * size))
        {
            _sizes[last] *= size;
        }
        else
        {
            last = rank++;
            _sizes[last] = size;
        }

        _a[last] = a;
        _b[last] = b;
    }
}
