using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>
/// How near a synthetic table is to the patients it was learned from, as aggregates that may leave their node. Distances
/// are <see cref="MixedDistance"/> over the features of the synthetic table, numbers in units of the training rows' range.
/// </summary>
public sealed record PrivacyReport
{
    /// <summary>How many.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>How many.</summary>
    public required int SyntheticRows { get; init; }

    /// <summary>DCR, NNDR and exact copies of the synthetic rows among the training rows.</summary>
    public required NearestDistribution ToTraining { get; init; }

    /// <summary>The same of rows drawn at random within the columns' ranges.</summary>
    public required NearestDistribution RandomToTraining { get; init; }

    /// <summary>Training rows that equal another training row: with the hold-out's, how often real patients coincide.</summary>
    public required Proportion TrainingDuplicates { get; init; }

    /// <summary>Null where there were no hold-out rows.</summary>
    public HoldOutPrivacy? HoldOut { get; init; }

    /// <summary>SDMetrics' DCRBaselineProtection: min(1, median DCR / median DCR of random rows), 1 is best; null where the latter is 0.</summary>
    public double? BaselineProtection => RandomToTraining.Dcr.Median > 0 ? Math.Min(1, ToTraining.Dcr.Median / RandomToTraining.Dcr.Median) : null;

    /// <summary>Measures one node's tables.</summary>
    /// <param name="training">The rows that the generator learned from.</param>
    /// <param name="holdOut">Rows of the same population that it did not; null where there are none.</param>
    /// <param name="synthetic">What it made. Its features are those measured.</param>
    /// <param name="options">Seed, smallest cell, level.</param>
    /// <param name="cancellationToken">Stops the work, which grows with the product of the tables' rows.</param>
    /// <exception cref="ArgumentException">A table has fewer rows than the smallest cell, lacks a feature or describes it otherwise.</exception>
    public static PrivacyReport Of(
        FeatureTable training, FeatureTable? holdOut, FeatureTable synthetic, PrivacyReportOptions options, CancellationToken cancellationToken = default)
    {
        Check("training", training, options);
        Check("synthetic", synthetic, options);
        var features = synthetic.Schema.Features;
        var distance = MixedDistance.Of(features, training);
        var (trainingRows, syntheticRows) = (distance.Encode(training), distance.Encode(synthetic));
        var random = distance.Encode(RandomRows.Of(training, features, synthetic.Count, DerivedSeed.From(options.Seed, "random rows")));
        return new PrivacyReport
        {
            TrainingRows = training.Count,
            SyntheticRows = synthetic.Count,
            ToTraining = NearestDistribution.Of(syntheticRows, trainingRows, options, cancellationToken),
            RandomToTraining = NearestDistribution.Of(random, trainingRows, options, cancellationToken),
            TrainingDuplicates = Proportion.Of(trainingRows.Duplicates(), training.Count, options.Level),
            HoldOut = holdOut is null ? null
                : HoldOutPrivacy.Of(syntheticRows, trainingRows, distance.Encode(Check("hold-out", holdOut, options)), options, cancellationToken),
        };
    }

    /// <summary>The nodes' reports as one: counts and histograms added, areas averaged. Hold-out measures are of the nodes that have them.</summary>
    public static PrivacyReport Sum(IReadOnlyList<PrivacyReport> nodes)
    {
        HoldOutPrivacy[] holdOuts = [.. nodes.Select(node => node.HoldOut).OfType<HoldOutPrivacy>()];
        return new PrivacyReport
        {
            TrainingRows = nodes.Sum(node => node.TrainingRows),
            SyntheticRows = nodes.Sum(node => node.SyntheticRows),
            ToTraining = NearestDistribution.Sum([.. nodes.Select(node => node.ToTraining)]),
            RandomToTraining = NearestDistribution.Sum([.. nodes.Select(node => node.RandomToTraining)]),
            TrainingDuplicates = Proportion.Sum([.. nodes.Select(node => node.TrainingDuplicates)]),
            HoldOut = holdOuts.Length == 0 ? null : HoldOutPrivacy.Sum(holdOuts),
        };
    }

    // Five is the least that the halves of a hold-out need, whatever the options say.
    private static FeatureTable Check(string name, FeatureTable table, PrivacyReportOptions options) => table.Count >= Math.Max(5, options.MinimumCell)
        ? table
        : throw new ArgumentException($"The {name} table has {table.Count} rows: expected {Math.Max(5, options.MinimumCell)} or more, so that no number is about a few patients.");
}
