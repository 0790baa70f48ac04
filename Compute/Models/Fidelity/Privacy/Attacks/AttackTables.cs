using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>What the attacks work on: the synthetic table, the patients attacked, and rows encoded once; never leaves the assembly.</summary>
internal sealed class AttackTables
{
    private readonly MixedDistance _distance;

    public AttackTables(FeatureTable training, FeatureTable control, FeatureTable synthetic, AttackOptions options)
    {
        (Options, Synthetic, Features) = (options, synthetic, synthetic.Schema.Features);
        Attempts = new[] { options.Attacks, training.Count, control.Count, synthetic.Count }.Min();
        Training = training.Select(Targets(training, "training targets"));
        Control = control.Select(Targets(control, "control targets"));
        // The attacker knows no range: that of all tables keeps every difference within 1, on training rows as on control rows.
        _distance = MixedDistance.Of(Features, training, control, synthetic);
        (TrainingRows, ControlRows, SyntheticRows) = (DistinctRows.Of(training, Features), DistinctRows.Of(control, Features), DistinctRows.Of(synthetic, Features));
        (EncodedTraining, EncodedControl, EncodedSynthetic) = (_distance.Encode(Training), _distance.Encode(Control), _distance.Encode(synthetic));
    }

    public AttackOptions Options { get; }

    public IReadOnlyList<Feature> Features { get; }

    /// <summary>How often each attack is tried.</summary>
    public int Attempts { get; }

    /// <summary>The training rows that are attacked, [attempts].</summary>
    public FeatureTable Training { get; }

    /// <summary>The hold-out rows that are attacked, [attempts].</summary>
    public FeatureTable Control { get; }

    public FeatureTable Synthetic { get; }

    public DistinctRows TrainingRows { get; }

    public DistinctRows ControlRows { get; }

    public DistinctRows SyntheticRows { get; }

    public MixedRows EncodedTraining { get; }

    public MixedRows EncodedControl { get; }

    public MixedRows EncodedSynthetic { get; }

    public long Seed(string purpose) => DerivedSeed.From(Options.Seed, purpose);

    /// <summary>The k nearest synthetic rows by some features only.</summary>
    public NearestRecords Nearest(MixedRows targets, IReadOnlySet<string> features, int neighbours, CancellationToken cancellationToken) => NearestRecords.Of(
        _distance.Only(targets, features), _distance.Only(EncodedSynthetic, features), neighbours, cancellationToken: cancellationToken);

    /// <summary>For each secret the nearest synthetic row by all other features, [secrets][targets].</summary>
    public int[][] NearestWithout(MixedRows targets, IReadOnlyList<Feature> secrets, CancellationToken cancellationToken) =>
        SecretNeighbours.Of(targets, EncodedSynthetic, [.. secrets.Select(secret => _distance.Places(secret.Name))], cancellationToken);

    private int[] Targets(FeatureTable table, string purpose) => new RowShuffle(Seed(purpose)).Next(table.Count)[..Attempts];
}
