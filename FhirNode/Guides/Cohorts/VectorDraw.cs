using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>Draws a vector; the loadings are the same for every patient of a recipe, whatever the seed.</summary>
internal sealed class VectorDraw
{
    private const int LoadingSeed = 1729;
    private readonly CohortVector _vector;
    private readonly Func<double[], double>[] _factors;
    private readonly double[] _loadings;
    private readonly Draws _draws;

    public VectorDraw(CohortVector vector, ISymbols symbols, Draws draws)
    {
        (_vector, _draws) = (vector, draws);
        _factors = [.. vector.Factors.Select(factor => (Func<double[], double>)Expression.Compile(factor, symbols).Evaluate)];
        var fixedDraws = new Draws(LoadingSeed);
        _loadings = [.. Enumerable.Range(0, vector.Dimension * vector.Factors.Length).Select(_ => fixedDraws.Normal(0, 1))];
    }

    /// <summary>The numbers, of single precision as an encoder gives them.</summary>
    public float[] Draw(double[] row)
    {
        var factors = _factors.Select(factor => factor(row)).ToArray();
        var values = new float[_vector.Dimension];
        for (var i = 0; i < values.Length; i++)
        {
            var value = _draws.Normal(0, _vector.Noise);
            for (var k = 0; k < factors.Length; k++)
            {
                value += _loadings[(i * factors.Length) + k] * factors[k];
            }

            values[i] = (float)value;
        }

        return values;
    }
}
