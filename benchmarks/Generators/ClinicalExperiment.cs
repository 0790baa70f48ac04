using System.Globalization;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using GenoMed.Fhir.Spine.Benchmarks;
using GenoMed.Fhir.Synthetic.Benchmarks;

namespace GenoMed.Fhir.Generators.Benchmarks;

/// <summary>What a generator's patients are worth to a clinician, 80/20, beside real patients and independent columns.</summary>
internal sealed class ClinicalExperiment(FeatureTable cohort, int seed)
{
    private readonly SafePlan _plan = MdsSafe.Plan(cohort);

    public void Measure(IEnumerable<GeneratorEntry> generators)
    {
        int[] order = [.. Enumerable.Range(0, cohort.Count)];
        new Random(seed).Shuffle(order);
        var (training, holdOut) = (cohort.Select(order[..(cohort.Count * 4 / 5)]), cohort.Select(order[(cohort.Count * 4 / 5)..]));
        var (first, second) = SafeReference.Halves(training, seed);
        Print("ceiling: one half learned, the other as if made", ClinicalReport.Of(_plan, first, holdOut, second, Options), first, second);
        Print("floor: shuffled columns", training, holdOut, SafeReference.Shuffled(training, seed));
        foreach (var entry in generators)
        {
            Print(entry.Name, training, holdOut, Generated(entry, training));
        }
    }

    private ClinicalReportOptions Options => new() { Seed = seed, Trials = 20 };

    private FeatureTable Generated(GeneratorEntry entry, FeatureTable training)
    {
        var plan = new ModelPlan
        {
            Model = entry.Model,
            Schema = cohort.Schema,
            Inputs = [.. cohort.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
            Outcome = MdsCohort.Outcome,
            Scaler = DatasetStatistics.From(training, minimumPatients: 1).ToScaler(cohort.Schema),
            Options = entry.Options,
            Seed = seed,
        };
        var generator = (IGenerator)ModelCatalog.Find(entry.Model);
        var state = generator.CreateState(plan);
        for (var round = 1; round <= entry.Rounds; round++)
        {
            state = generator.Train(plan, training, state, new TrainRequest { Round = round, Epochs = entry.Epochs, Node = "all" }, null, default).State;
        }

        return generator.Generate(plan, state, training.Count, seed);
    }

    private void Print(string name, FeatureTable training, FeatureTable holdOut, FeatureTable synthetic) =>
        Print(name, ClinicalReport.Of(_plan, training, holdOut, synthetic, Options), training, synthetic);

    private void Print(string name, ClinicalReport report, FeatureTable real, FeatureTable synthetic)
    {
        var frequencies = LesionFrequency.Of(_plan, SafeSummary.Of(real, _plan), SafeSummary.Of(synthetic, _plan));
        LesionPairCall[] called = [.. report.Pairs.Where(pair => pair.Called)];
        var overlaps = report.Factors.Select(factor => factor.IntervalOverlap()).Where(overlap => !double.IsNaN(overlap));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {name}
                lesions whose frequency differs {frequencies.Count(lesion => lesion.AdjustedP < 0.05)} of {frequencies.Count}; pairs called alike {called.Count(pair => pair.SameCall)} of {called.Length} called
                survival: restricted means {report.Survival.Real.Mean:F3} and {report.Survival.Synthetic.Mean:F3} at {report.Survival.Horizon:F1} a, p {report.Survival.P:G2}, log-rank p {report.Survival.LogRankP:G2}
                factors: same conclusion {report.Factors.Count(factor => factor.SameConclusion())} of {report.Factors.Count}, mean overlap of intervals {overlaps.Average():F3}
                C on the hold-out: {report.Transfer.Synthetic.C:F4} (se {report.Transfer.Synthetic.StandardError:F4}), trained on real {report.Transfer.Real?.C:F4}
            """));
        foreach (var effect in ControlArmSummary.Of(report.ControlArm))
        {
            ControlArm[] arms = [.. report.ControlArm.Where(trial => trial.PlantedHazardRatio == effect.PlantedHazardRatio).Select(trial => trial.Synthetic)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    treatment of {effect.PlantedHazardRatio}: HR by real controls {effect.RealHazardRatio:F3}, by synthetic {effect.SyntheticHazardRatio:F3} (unmatched {Math.Exp(arms.Average(arm => arm.Unmatched.LogHazardRatio)):F3}), same conclusion {effect.SameConclusion} of {effect.Trials}, {arms.Average(arm => arm.Pairs):F0} pairs, imbalance {arms.Average(arm => arm.ImbalanceBefore):F2} to {arms.Average(arm => arm.ImbalanceAfter):F2}"));
        }
    }
}
