namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>Adds up <see cref="MixtureStatistics"/> row by row.</summary>
internal sealed class MixtureSums(int components, int dimension)
{
    private readonly double[] _counts = new double[components];
    private readonly double[] _sums = new double[components * dimension];
    private readonly double[] _products = new double[components * dimension * dimension];
    private double _entropy;

    /// <param name="centred">The row about the origin, [d].</param>
    /// <param name="shares">Its responsibilities, [K].</param>
    public void Add(ReadOnlySpan<double> centred, ReadOnlySpan<double> shares)
    {
        for (var k = 0; k < shares.Length; k++)
        {
            if (shares[k] > 0)
            {
                _entropy -= shares[k] * Math.Log(shares[k]);
                _counts[k] += shares[k];
                AddTo(k, centred, shares[k]);
            }
        }
    }

    /// <summary>The lower triangles mirrored.</summary>
    public MixtureStatistics ToStatistics()
    {
        for (var at = 0; at < _products.Length; at++)
        {
            var (k, i, j) = (at / (dimension * dimension), at / dimension % dimension, at % dimension);
            _products[at] = j <= i ? _products[at] : _products[(((k * dimension) + j) * dimension) + i];
        }

        return new MixtureStatistics { Counts = _counts, Sums = _sums, Products = _products, Entropy = _entropy };
    }

    private void AddTo(int k, ReadOnlySpan<double> centred, double share)
    {
        var sums = _sums.AsSpan(k * dimension, dimension);
        for (var i = 0; i < centred.Length; i++)
        {
            var scaled = share * centred[i];
            sums[i] += scaled;
            var products = _products.AsSpan(((k * dimension) + i) * dimension, i + 1);
            for (var j = 0; j < products.Length; j++)
            {
                products[j] += scaled * centred[j];
            }
        }
    }
}
