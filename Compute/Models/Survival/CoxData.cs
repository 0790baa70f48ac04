using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>The rows of a Cox regression by descending time, and their partial likelihood; a row of weight w counts as w rows.</summary>
internal sealed class CoxData
{
    private readonly double[] _durations;
    private readonly double[] _events;
    private readonly double[] _covariates;
    private readonly double[] _weights;
    private readonly CoxTies _ties;

    public CoxData(double[] durations, double[] events, double[,] covariates, CoxTies ties, double[]? weights = null)
    {
        int[] order = [.. Enumerable.Range(0, durations.Length).OrderByDescending(i => durations[i])];
        Covariates = covariates.GetLength(1);
        _ties = ties;
        _durations = [.. order.Select(i => durations[i])];
        _events = [.. order.Select(i => events[i])];
        _covariates = Centred(covariates, order);
        _weights = [.. order.Select(i => weights?[i] ?? 1)];
    }

    public int Rows => _durations.Length;

    public int Covariates { get; }

    public PartialLikelihood At(Vector<double> beta)
    {
        var (likelihood, atRisk, tied, coefficients) = (new PartialLikelihood(Covariates), new RiskSet(Covariates), new RiskSet(Covariates), beta.ToArray());
        foreach (var (start, end) in Times())
        {
            AddTime(start, end, coefficients, atRisk, tied, likelihood);
        }

        return likelihood;
    }

    /// <summary>The rows of each time, latest first.</summary>
    public IEnumerable<(int Start, int End)> Times()
    {
        for (var start = 0; start < _durations.Length;)
        {
            var end = start + 1;
            while (end < _durations.Length && _durations[end] == _durations[start])
            {
                end++;
            }

            yield return (start, end);
            start = end;
        }
    }

    public ReadOnlySpan<double> Row(int row) => _covariates.AsSpan(row * Covariates, Covariates);

    public bool IsEvent(int row) => _events[row] == 1;

    public double Weight(int row) => _weights[row];

    /// <summary>Which part of the tied events the l-th of d leaves out of its risk set.</summary>
    public double Share(int l, int d) => _ties == CoxTies.Efron ? l / (double)d : 0;

    public double Hazard(int row, double[] beta) => Math.Exp(Product(beta, Row(row)));

    private void AddTime(int start, int end, double[] beta, RiskSet atRisk, RiskSet tied, PartialLikelihood likelihood)
    {
        tied.Clear();
        var (count, weights) = (0, 0.0);
        for (var row = start; row < end; row++)
        {
            var covariates = _covariates.AsSpan(row * Covariates, Covariates);
            var logHazard = Product(beta, covariates);
            var weight = _weights[row] * Math.Exp(logHazard);
            atRisk.Add(covariates, weight);
            if (_events[row] == 1)
            {
                tied.Add(covariates, weight);
                likelihood.AddEvent(covariates, logHazard, _weights[row]);
                count++;
                weights += _weights[row];
            }
        }

        for (var l = 0; l < count; l++)
        {
            likelihood.SubtractRiskSet(atRisk, tied, Share(l, count), weights / count);
        }
    }

    private static double Product(double[] beta, ReadOnlySpan<double> covariates)
    {
        var sum = 0.0;
        for (var i = 0; i < beta.Length; i++)
        {
            sum += beta[i] * covariates[i];
        }

        return sum;
    }

    // Less its column's mean, row-major in the given order.
    private static double[] Centred(double[,] covariates, int[] order)
    {
        var (rows, columns) = (covariates.GetLength(0), covariates.GetLength(1));
        var centred = new double[rows * columns];
        for (var column = 0; column < columns; column++)
        {
            var mean = Enumerable.Range(0, rows).Sum(row => covariates[row, column]) / rows;
            for (var i = 0; i < rows; i++)
            {
                centred[(i * columns) + column] = covariates[order[i], column] - mean;
            }
        }

        return centred;
    }
}
