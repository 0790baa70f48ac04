using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>
/// How alike two tables are as a whole, as aggregates that may leave their node. Every number is to be read beside that
/// of two real samples of the same sizes. Distances are Euclidean with a column's two ends 1 apart.
/// </summary>
public sealed record MultivariateReport
{
    /// <summary>How many were compared.</summary>
    public required int RealRows { get; init; }

    /// <summary>How many were compared.</summary>
    public required int SyntheticRows { get; init; }

    /// <summary>Squared maximum mean discrepancy, unbiased, Gaussian kernel: about 0 (also below it) for samples of one population, below 2.</summary>
    public required double MeanDiscrepancy { get; init; }

    /// <summary>The kernel's σ: the median distance of two rows.</summary>
    public required double Bandwidth { get; init; }

    /// <summary>Integrated α-precision, at most 1: synthetic rows lie where real ones do, in the same shares from the centre outwards.</summary>
    public required double AlphaPrecision { get; init; }

    /// <summary>Integrated β-recall, at most 1: synthetic rows reach the real ones.</summary>
    public required double BetaRecall { get; init; }

    /// <summary>Synthetic rows farther from their nearest real row than that one is from its nearest: not remembered.</summary>
    public required Proportion Authentic { get; init; }

    /// <summary>Mean squared distance of a logistic regression's propensity from the share of synthetic rows: 0 best, 0.25 worst for equal sizes.</summary>
    public required double PropensityError { get; init; }

    /// <summary>What that is on average for rows drawn of a right model of the real ones (Snoke and others).</summary>
    public required double ExpectedPropensityError { get; init; }

    /// <summary>Area under the ROC curve of a logistic regression on rows it was not fitted to: 0.5 best, less where rows are copied. It sees columns one by one.</summary>
    public required AreaUnderCurve LogisticArea { get; init; }

    /// <summary>The same of a neural network: it sees columns together.</summary>
    public required AreaUnderCurve NetworkArea { get; init; }

    /// <summary>pMSE ratio: about 1 for rows drawn of a right model of the real ones, about 1 + synthetic / real rows for a sample of their population, more where the two differ in their main effects.</summary>
    public double PropensityRatio => PropensityError / ExpectedPropensityError;

    /// <summary>Compares a node's real rows with a synthetic table, over the features of the latter.</summary>
    /// <exception cref="ArgumentException">A table has too few rows, or the real one lacks a feature or describes it otherwise.</exception>
    public static MultivariateReport Of(FeatureTable real, FeatureTable synthetic, MultivariateOptions options, CancellationToken cancellationToken = default)
    {
        if (Math.Min(real.Count, synthetic.Count) < Math.Max(options.MinimumRows, options.Neighbours + 1))
        {
            throw new ArgumentException(
                $"Got {real.Count} real and {synthetic.Count} synthetic rows: expected {Math.Max(options.MinimumRows, options.Neighbours + 1)} or more of each.");
        }

        var space = UnitSpace.Of(real, synthetic);
        return Of(space.Encode(Drawn(real, "real rows", options)), space.Encode(Drawn(synthetic, "synthetic rows", options)), options, cancellationToken);
    }

    /// <summary>The nodes' reports as one: means weighted by their real rows. Patients of different nodes are never compared.</summary>
    public static MultivariateReport Mean(IReadOnlyList<MultivariateReport> nodes)
    {
        var rows = nodes.Sum(node => node.RealRows);
        double Weighted(Func<MultivariateReport, double> number) => nodes.Sum(node => node.RealRows * number(node)) / rows;
        return new MultivariateReport
        {
            RealRows = rows,
            SyntheticRows = nodes.Sum(node => node.SyntheticRows),
            MeanDiscrepancy = Weighted(node => node.MeanDiscrepancy),
            Bandwidth = Weighted(node => node.Bandwidth),
            AlphaPrecision = Weighted(node => node.AlphaPrecision),
            BetaRecall = Weighted(node => node.BetaRecall),
            Authentic = Proportion.Sum([.. nodes.Select(node => node.Authentic)]),
            PropensityError = Weighted(node => node.PropensityError),
            ExpectedPropensityError = Weighted(node => node.ExpectedPropensityError),
            LogisticArea = AreaUnderCurve.Mean([.. nodes.Select(node => node.LogisticArea)]),
            NetworkArea = AreaUnderCurve.Mean([.. nodes.Select(node => node.NetworkArea)]),
        };
    }

    private static FeatureTable Drawn(FeatureTable table, string purpose, MultivariateOptions options) => table.Count <= options.MaximumRows
        ? table
        : table.Select([.. new RowShuffle(DerivedSeed.From(options.Seed, purpose)).Next(table.Count).Take(options.MaximumRows).Order()]);

    private static MultivariateReport Of(DenseRows real, DenseRows synthetic, MultivariateOptions options, CancellationToken cancellationToken)
    {
        var bandwidth = Multivariate.MeanDiscrepancy.Bandwidth(real, synthetic, DerivedSeed.From(options.Seed, "bandwidth"));
        var support = SupportScores.Of(real, synthetic, options.Neighbours, options.Level, cancellationToken);
        var propensity = Propensity.Of(real, synthetic, options.Seed, options.Level);
        var networkSeed = DerivedSeed.From(options.Seed, "classifier weights");
        return new MultivariateReport
        {
            RealRows = real.Count,
            SyntheticRows = synthetic.Count,
            MeanDiscrepancy = Multivariate.MeanDiscrepancy.Squared(real, synthetic, bandwidth, cancellationToken),
            Bandwidth = bandwidth,
            AlphaPrecision = support.Precision,
            BetaRecall = support.Recall,
            Authentic = support.Authentic,
            PropensityError = propensity.Pmse,
            ExpectedPropensityError = propensity.ExpectedPmse,
            LogisticArea = propensity.Area,
            NetworkArea = Pooled.Of(real, synthetic).CrossFitted(
                options.Seed, options.Level, (rows, labels, others) => NetworkClassifier.Scores(rows, labels, others, networkSeed, cancellationToken)),
        };
    }
}
