namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>Rows in memory as a node of a mixture fit.</summary>
public sealed class MixtureRows : IMixtureNode
{
    private readonly double[] _data;
    private readonly int _d;

    /// <param name="data">[n × d] row-major.</param>
    /// <param name="n">Rows.</param>
    /// <param name="d">Columns, 1 or more.</param>
    /// <exception cref="ArgumentException">The shape differs, or a value is not finite: the message names row and column.</exception>
    public MixtureRows(ReadOnlySpan<double> data, int n, int d)
    {
        if (n < 0 || d < 1 || data.Length != (long)n * d)
        {
            throw new ArgumentException($"Expected rows [{n} × {d}], got [{data.Length}].");
        }

        for (var i = 0; i < data.Length; i++)
        {
            if (!double.IsFinite(data[i]))
            {
                throw new ArgumentException($"A mixture's row {i / d}, column {i % d} is {data[i]}.");
            }
        }

        (_data, _d, Count) = (data.ToArray(), d, n);
    }

    internal int Count { get; }

    internal ReadOnlySpan<double> Row(int row) => _data.AsSpan(row * _d, _d);

    /// <inheritdoc/>
    public MixtureStatistics Assign(IReadOnlyList<double> centres, IReadOnlyList<double> origin)
    {
        Check(centres.Count % _d == 0 ? origin.Count : -1);
        double[] flat = [.. centres];
        return Sum(flat.Length / _d, [.. origin], (centred, absolute, shares) => shares[NearestCentre.Of(absolute, flat)] = 1);
    }

    /// <inheritdoc/>
    public MixtureStatistics Expect(MixturePosterior posterior)
    {
        Check(posterior.Dimension);
        return Sum(posterior.Count, [.. posterior.Origin], (centred, _, shares) =>
        {
            posterior.LogDensities(centred, shares);
            LogShares.Normalise(shares);
        });
    }

    /// <summary>The sums for given responsibilities [n × K].</summary>
    internal MixtureStatistics Share(double[] responsibilities, int components, double[] origin)
    {
        var row = 0;
        return Sum(components, origin, (_, _, shares) => responsibilities.AsSpan(row++ * components, components).CopyTo(shares));
    }

    private delegate void Shares(ReadOnlySpan<double> centred, ReadOnlySpan<double> absolute, Span<double> shares);

    private MixtureStatistics Sum(int components, double[] origin, Shares sharesOf)
    {
        var sums = new MixtureSums(components, _d);
        var (centred, shares) = (new double[_d], new double[components]);
        for (var row = 0; row < Count; row++)
        {
            var values = Row(row);
            for (var i = 0; i < _d; i++)
            {
                centred[i] = values[i] - origin[i];
            }

            Array.Clear(shares);
            sharesOf(centred, values, shares);
            sums.Add(centred, shares);
        }

        return sums.ToStatistics();
    }

    private void Check(int dimension)
    {
        if (dimension != _d)
        {
            throw new ArgumentException($"The rows are [{Count} × {_d}], the mixture is of dimension {dimension}.");
        }
    }
}
