using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// What synthetic patients are worth to a clinician, as far as it takes the real rows: aggregates that may leave their node
/// and that add up. Where counts may be told, <see cref="LesionFrequency"/>, <see cref="LesionPairComparison"/> and
/// <see cref="SurvivalComparison"/> say more.
/// </summary>
public sealed record ClinicalReport
{
    /// <summary>Held-out patients with fewer events rank nobody.</summary>
    private const int LeastEvents = 10;

    /// <summary>Real patients with a known outcome.</summary>
    public required int RealPatients { get; init; }

    /// <summary>Synthetic patients with a known outcome.</summary>
    public required int SyntheticPatients { get; init; }

    /// <summary>Whether they live as long.</summary>
    public required SurvivalDifference Survival { get; init; }

    /// <summary>Which pairs of lesions the real and the synthetic patients show to come together or to exclude each other.</summary>
    public required IReadOnlyList<LesionPairCall> Pairs { get; init; }

    /// <summary>The known prognostic factors, each adjusted for the others.</summary>
    public required IReadOnlyList<PrognosticFactor> Factors { get; init; }

    /// <summary>A model trained on synthetic patients, tested on real ones.</summary>
    public required SurvivalTransfer Transfer { get; init; }

    /// <summary>Mock trials with real and with synthetic controls; none where patients are too few.</summary>
    public required IReadOnlyList<ControlArmTrial> ControlArm { get; init; }

    /// <summary>Share of the mock trials in which both matched controls lead to the same conclusion; null without trials.</summary>
    public double? SameConclusions => ControlArm.Count == 0 ? null : ControlArm.Count(trial => trial.SameConclusion) / (double)ControlArm.Count;

    /// <summary>The same of weighted controls; null without trials.</summary>
    public double? SameConclusionsWeighted => ControlArm.Count == 0 ? null : ControlArm.Count(trial => trial.SameConclusionWeighted) / (double)ControlArm.Count;

    /// <summary>How many patients have a known outcome: with fewer than <see cref="ClinicalReportOptions.MinimumPatients"/> there is no report.</summary>
    /// <param name="table">Patients.</param>
    /// <param name="outcome">The time-to-event feature.</param>
    /// <exception cref="ArgumentException">There is no such feature, an event is not 0 or 1, or a duration infinite.</exception>
    public static int Known(FeatureTable table, string outcome) => KnownOutcome.Rows(table, outcome).Length;

    /// <summary>Measures one node's patients.</summary>
    /// <param name="plan">What is compared.</param>
    /// <param name="real">The patients that the generator learned from.</param>
    /// <param name="holdOut">Patients that it did not; null where there are none, and not used where they are too few.</param>
    /// <param name="synthetic">What it made.</param>
    /// <param name="options">Seed, epochs, trials.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">Too few patients with a known outcome, features that differ, or collinear factors.</exception>
    public static ClinicalReport Of(
        SafePlan plan, FeatureTable real, FeatureTable? holdOut, FeatureTable synthetic, ClinicalReportOptions options, CancellationToken cancellation = default)
    {
        var (learned, unseen, invented) = (Known("real", plan, real), Enough(plan, holdOut, options), Known("synthetic", plan, synthetic));
        Require("real", learned, options);
        Require("synthetic", invented, options);
        return new ClinicalReport
        {
            RealPatients = learned.Count,
            SyntheticPatients = invented.Count,
            Survival = SurvivalDifference.Of(SurvivalComparison.Of(plan, learned, invented)),
            Pairs = LesionPairCall.Of(plan, SafeSummary.Of(real, plan), SafeSummary.Of(synthetic, plan)),
            Factors = PrognosticFactor.Of(plan, learned, invented),
            Transfer = SurvivalTransfer.Of(plan, learned, unseen, invented, options, cancellation),
            ControlArm = MockTrials.Of(plan, learned, unseen, invented, options, cancellation),
        };
    }

    /// <summary>The nodes' reports as one. A trial of several nodes is stratified by node; nodes without trials take no part in them.</summary>
    /// <param name="nodes">One or more, of the same plan, synthetic patients and options.</param>
    public static ClinicalReport Sum(IReadOnlyList<ClinicalReport> nodes)
    {
        IReadOnlyList<ControlArmTrial>[] trials = [.. nodes.Select(node => node.ControlArm).Where(list => list.Count > 0)];
        return new ClinicalReport
        {
            RealPatients = nodes.Sum(node => node.RealPatients),
            SyntheticPatients = nodes[0].SyntheticPatients,
            Survival = SurvivalDifference.Sum([.. nodes.Select(node => node.Survival)]),
            Pairs = LesionPairCall.Sum(nodes.SelectMany(node => node.Pairs)),
            Factors = PrognosticFactor.Sum([.. nodes.Select(node => node.Factors)]),
            Transfer = SurvivalTransfer.Sum([.. nodes.Select(node => node.Transfer)]),
            ControlArm = trials.Length == 0 ? [] : [.. Enumerable.Range(0, trials.Min(list => list.Count)).Select(i => ControlArmTrial.Sum([.. trials.Select(list => list[i])]))],
        };
    }

    /// <summary>The held-out patients with a known outcome; null where they are too few to be used.</summary>
    private static FeatureTable? Enough(SafePlan plan, FeatureTable? holdOut, ClinicalReportOptions options)
    {
        if (holdOut is null)
        {
            return null;
        }

        var known = At("hold-out", plan, holdOut, () => KnownOutcome.Rows(holdOut, plan.Outcome));
        var events = holdOut.Events(plan.Outcome);
        return known.Length >= options.MinimumPatients && known.Sum(row => events[row]) >= LeastEvents ? holdOut.Select(known) : null;
    }

    private static void Require(string what, FeatureTable patients, ClinicalReportOptions options)
    {
        if (patients.Count < options.MinimumPatients)
        {
            throw new ArgumentException($"The {what} table has {patients.Count} patients with a known outcome: expected {options.MinimumPatients} or more.");
        }
    }

    private static FeatureTable Known(string what, SafePlan plan, FeatureTable table) => At(what, plan, table, () => KnownOutcome.Of(table, plan.Outcome));

    private static T At<T>(string what, SafePlan plan, FeatureTable table, Func<T> read)
    {
        try
        {
            foreach (var name in plan.Clinical.Concat(plan.Lesions).Concat(plan.Prognostic).Append(plan.Outcome))
            {
                SchemaCheck.Same(plan.Schema[name], table.Schema[name]);
            }

            return read();
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException($"The {what} table: {problem.Message}", problem);
        }
    }
}
