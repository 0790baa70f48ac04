using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// Cox's proportional-hazards regression (Cox 1972) by Newton's method with step halving, for covariates centred at
/// their means. Agrees with R's <c>survival::coxph</c>.
/// </summary>
public static class CoxRegression
{
    private const int MaximumIterations = 50;
    private const double Tolerance = 1e-12;

    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="covariates">[n, p], finite.</param>
    /// <param name="ties">How tied events enter.</param>
    /// <exception cref="ArgumentException">Shapes differ, a value is not as described, or covariates are collinear.</exception>
    /// <exception cref="ArithmeticException">Newton's method does not settle: a coefficient runs to infinity.</exception>
    public static CoxFit Fit(double[] durations, double[] events, double[,] covariates, CoxTies ties = CoxTies.Efron)
    {
        Check(durations, events, covariates);
        return Newton(new CoxData(durations, events, covariates, ties));
    }

    /// <summary>
    /// Of weighted rows, with robust standard errors. Agrees with R's <c>coxph(weights =, robust = TRUE)</c>, ties included.
    /// </summary>
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="covariates">[n, p], finite.</param>
    /// <param name="weights">Above 0 and finite, [n]; only their ratios matter.</param>
    /// <param name="ties">How tied events enter.</param>
    /// <exception cref="ArgumentException">Shapes differ, a value is not as described, or covariates are collinear.</exception>
    /// <exception cref="ArithmeticException">Newton's method does not settle: a coefficient runs to infinity.</exception>
    public static CoxFit FitWeighted(double[] durations, double[] events, double[,] covariates, double[] weights, CoxTies ties = CoxTies.Efron)
    {
        Check(durations, events, covariates);
        if (weights.Length != durations.Length || !weights.All(weight => weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentException($"Expected {durations.Length} weights above 0, got {weights.Length}, of which {weights.Count(weight => !(weight > 0) || !double.IsFinite(weight))} are not.");
        }

        var data = new CoxData(durations, events, covariates, ties, weights);
        var fit = Newton(data);
        return fit with { RobustErrors = CoxSandwich.Errors(data, [.. fit.Coefficients]) };
    }

    private static void Check(double[] durations, double[] events, double[,] covariates)
    {
        SurvivalInput.Check(durations, events);
        if (covariates.GetLength(0) != durations.Length || covariates.GetLength(1) == 0)
        {
            throw new ArgumentException($"Expected covariates [{durations.Length}, p], got [{covariates.GetLength(0)}, {covariates.GetLength(1)}].");
        }
    }

    private static CoxFit Newton(CoxData data)
    {
        var beta = Vector<double>.Build.Dense(data.Covariates);
        var current = data.At(beta);
        var start = current.Value;
        for (var iteration = 1; iteration <= MaximumIterations; iteration++)
        {
            var step = Solve(current);
            var next = data.At(beta + step);
            for (var halvings = 0; !(next.Value >= current.Value - Math.Abs(current.Value * Tolerance)) && halvings < MaximumIterations; halvings++)
            {
                step /= 2;
                next = data.At(beta + step);
            }

            beta += step;
            var settled = Math.Abs(next.Value - current.Value) <= Tolerance * Math.Abs(next.Value);
            current = next;
            if (settled)
            {
                return Result(beta, start, current, iteration);
            }
        }

        throw new ArithmeticException($"Cox regression did not settle in {MaximumIterations} steps; coefficients [{string.Join(", ", beta)}].");
    }

    private static Vector<double> Solve(PartialLikelihood at)
    {
        try
        {
            return at.Information.Cholesky().Solve(at.Gradient);
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException("The covariates are collinear or constant: the information matrix is not positive definite.", problem);
        }
    }

    private static CoxFit Result(Vector<double> beta, double start, PartialLikelihood end, int iterations) =>
        new([.. beta], [.. end.Information.Inverse().Diagonal().PointwiseSqrt()], start, end.Value, iterations);
}
