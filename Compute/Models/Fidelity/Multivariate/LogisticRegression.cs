using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>
/// P(y = 1 | x) = 1 / (1 + exp(-(b + w·x))), by Newton's method on Σ log(1 + exp(∓f)) + ½ λ ‖w‖² with columns divided by
/// their standard deviation (the bias is free, so that centring would not matter and zeros stay zeros).
/// </summary>
internal sealed class LogisticRegression
{
    private const int MaximumSteps = 100;
    private readonly double[] _weights;

    private LogisticRegression(double[] weights) => _weights = weights;

    /// <param name="rows">[n × width]</param>
    /// <param name="labels">0 or 1, [n].</param>
    /// <param name="ridge">λ above 0.</param>
    public static LogisticRegression Fit(DenseRows rows, double[] labels, double ridge)
    {
        var scale = Scales(rows);
        var weights = new double[rows.Width + 1];
        var loss = Loss(rows, labels, scale, weights, ridge);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (gradient, hessian) = Derivatives(rows, labels, scale, weights, ridge);
            var move = hessian.Cholesky().Solve(gradient);
            var (next, better) = Halved(weights, move, candidate => Loss(rows, labels, scale, candidate, ridge), loss);
            if (loss - better < 1e-12 * loss)
            {
                break;
            }

            (weights, loss) = (next, better);
        }

        return new LogisticRegression([.. weights.Select((weight, i) => i < rows.Width ? weight / scale[i] : weight)]);
    }

    /// <summary>b + w·x of each row, [n].</summary>
    public double[] Scores(DenseRows rows) => [.. Enumerable.Range(0, rows.Count).Select(row => Score(rows.Row(row), null, _weights))];

    /// <summary>1 / (1 + exp(-score))</summary>
    public static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    private static (double[] Weights, double Loss) Halved(double[] weights, Vector<double> move, Func<double[], double> lossOf, double loss)
    {
        for (var size = 1.0; size > 1e-6; size /= 2)
        {
            var taken = size;
            double[] candidate = [.. weights.Select((weight, i) => weight - (taken * move[i]))];
            var found = lossOf(candidate);
            if (found <= loss)
            {
                return (candidate, found);
            }
        }

        return (weights, loss);
    }

    private static double Loss(DenseRows rows, double[] labels, double[] scale, double[] weights, double ridge)
    {
        var loss = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            var score = Score(rows.Row(row), scale, weights);
            loss += Math.Max(score, 0) - (score * labels[row]) + Math.Log(1 + Math.Exp(-Math.Abs(score)));
        }

        return loss + (ridge / 2 * weights.Take(weights.Length - 1).Sum(weight => weight * weight));
    }

    // Most coordinates of a patient are 0: a row's outer product is taken over the others.
    private static (Vector<double> Gradient, Matrix<double> Hessian) Derivatives(DenseRows rows, double[] labels, double[] scale, double[] weights, double ridge)
    {
        var size = weights.Length;
        var (gradient, hessian) = (new double[size], new double[size * size]);
        var (at, value) = (new int[size], new double[size]);
        for (var row = 0; row < rows.Count; row++)
        {
            var filled = Filled(rows.Row(row), scale, at, value);
            var p = Probability(Score(rows.Row(row), scale, weights));
            for (var i = 0; i < filled; i++)
            {
                gradient[at[i]] += (p - labels[row]) * value[i];
                for (var j = 0; j < filled; j++)
                {
                    hessian[(at[i] * size) + at[j]] += p * (1 - p) * value[i] * value[j];
                }
            }
        }

        for (var i = 0; i < size - 1; i++)
        {
            gradient[i] += ridge * weights[i];
            hessian[(i * size) + i] += ridge;
        }

        return (Vector<double>.Build.Dense(gradient), Matrix<double>.Build.Dense(size, size, hessian));
    }

    private static int Filled(ReadOnlySpan<float> row, double[] scale, int[] at, double[] value)
    {
        var filled = 0;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] != 0)
            {
                (at[filled], value[filled++]) = (i, row[i] / scale[i]);
            }
        }

        (at[filled], value[filled]) = (row.Length, 1);
        return filled + 1;
    }

    private static double Score(ReadOnlySpan<float> row, double[]? scale, double[] weights)
    {
        var score = weights[^1];
        for (var i = 0; i < row.Length; i++)
        {
            score += weights[i] * (scale is null ? row[i] : row[i] / scale[i]);
        }

        return score;
    }

    private static double[] Scales(DenseRows rows)
    {
        var (mean, squares) = (rows.Mean(), new double[rows.Width]);
        for (var at = 0; at < rows.Values.Length; at++)
        {
            var difference = rows.Values[at] - mean[at % rows.Width];
            squares[at % rows.Width] += difference * difference;
        }

        return [.. squares.Select(sum => sum > 0 ? Math.Sqrt(sum / rows.Count) : 1)];
    }
}
