using System.Text.Json;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// What one place that holds real patients can tell of a synthetic table: aggregates only, nothing that rests on fewer than
/// k patients. A part that was not asked for is null.
/// </summary>
public sealed record SafeEvidence
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Training patients.</summary>
    public required int Rows { get; init; }

    /// <summary>Hold-out patients; 0 where there are none.</summary>
    public int HoldOutRows { get; init; }

    /// <summary>The training patients' counts, small groups taken out.</summary>
    public SafeSummary? Real { get; init; }

    /// <summary>The synthetic patients' counts.</summary>
    public SafeSummary? Synthetic { get; init; }

    /// <summary>The synthetic against the training patients, from all counts.</summary>
    public SafeScores? Scores { get; init; }

    /// <summary>One half of the training patients against the other.</summary>
    public SafeScores? Ceiling { get; init; }

    /// <summary>The training patients against their own columns dealt anew.</summary>
    public SafeScores? Floor { get; init; }

    /// <summary>The training patients' survival, as long as k of them are followed.</summary>
    public IReadOnlyList<SurvivalPoint>? Survival { get; init; }

    /// <summary>All counts behind the scores, to be added over nodes; null unless k is 1.</summary>
    public SafeCounts? Counts { get; init; }

    /// <summary>As a whole.</summary>
    public MultivariateReport? Multivariate { get; init; }

    /// <summary>What they are worth to a clinician.</summary>
    public ClinicalReport? Clinical { get; init; }

    /// <summary>How near the synthetic rows are to patients.</summary>
    public PrivacyReport? Privacy { get; init; }

    /// <summary>What attackers find out.</summary>
    public AttackReport? Attacks { get; init; }

    /// <summary>Looks at the tables.</summary>
    /// <param name="plan">What is compared.</param>
    /// <param name="training">The patients that the generator learned from.</param>
    /// <param name="holdOut">Patients that it did not; null where there are none.</param>
    /// <param name="synthetic">What it made; null for what the real patients alone can tell (ceiling and floor).</param>
    /// <param name="parts">What is looked at.</param>
    /// <param name="options">Seed and smallest group.</param>
    /// <param name="cancellationToken">Stops between the parts and in the long ones.</param>
    /// <exception cref="ArgumentException">A table is too small, or lacks a feature of the plan; or attacks without hold-out patients.</exception>
    public static SafeEvidence Of(
        SafePlan plan, FeatureTable training, FeatureTable? holdOut, FeatureTable? synthetic, IReadOnlySet<SafePart> parts, SafeEvidenceOptions options, CancellationToken cancellationToken)
    {
        var told = new SafeEvidence { Rows = training.Count, HoldOutRows = holdOut?.Count ?? 0 };
        told = parts.Contains(SafePart.Fidelity) ? Fidelity(told, plan, training, synthetic, options) : told;
        cancellationToken.ThrowIfCancellationRequested();
        return synthetic is null ? told : told with
        {
            Multivariate = parts.Contains(SafePart.Multivariate)
                ? MultivariateReport.Of(training, synthetic, new MultivariateOptions { Seed = options.Seed, MinimumRows = Math.Max(10, options.MinimumCell) }, cancellationToken)
                : null,
            Clinical = parts.Contains(SafePart.Clinical)
                ? ClinicalReport.Of(plan, training, holdOut, synthetic, new ClinicalReportOptions { Seed = options.Seed }, cancellationToken)
                : null,
            Privacy = parts.Contains(SafePart.Privacy)
                ? PrivacyReport.Of(training, holdOut, synthetic, new PrivacyReportOptions { Seed = options.Seed, MinimumCell = Math.Max(5, options.MinimumCell) }, cancellationToken)
                : null,
            Attacks = parts.Contains(SafePart.Attacks)
                ? AttackReport.Of(
                    training,
                    holdOut ?? throw new ArgumentException("The attacks need hold-out patients as their control."),
                    synthetic,
                    new AttackOptions { Seed = options.Seed, MinimumRows = Math.Max(5, options.MinimumCell), MinimumCell = options.MinimumCell },
                    cancellationToken)
                : null,
        };
    }

    /// <summary>As JSON; numbers that cannot be told are NaN.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="ArgumentException">The text is no evidence.</exception>
    public static SafeEvidence FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SafeEvidence>(json, Json) ?? throw new ArgumentException("The SAFE evidence is null.");
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"No SAFE evidence: {problem.Message}", problem);
        }
    }

    private static SafeEvidence Fidelity(SafeEvidence told, SafePlan plan, FeatureTable training, FeatureTable? synthetic, SafeEvidenceOptions options)
    {
        var counts = SafeCounts.Of(plan, Microaggregation.Of(training, plan, options.MinimumCell), options.Seed);
        var made = synthetic is null ? null : SafeSummary.Of(synthetic, plan);
        return told with
        {
            Real = counts.Real.Suppressed(options.MinimumCell),
            Synthetic = made,
            Scores = made is null ? null : SafeScores.Of(plan, counts.Real, made),
            Ceiling = counts.Ceiling(plan),
            Floor = counts.Floor(plan),
            Survival = SurvivalPoint.Curve(plan, counts.Real, options.MinimumCell),
            Counts = options.MinimumCell <= 1 ? counts : null,
        };
    }
}
