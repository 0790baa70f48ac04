using GenoMed.Fhir.Compute.Models.Benchmarks;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Train on synthetic, test on real: DeepSurv by its defaults learns from one table and ranks the patients of another.</summary>
/// <param name="Synthetic">Harrell's C on real patients of the model that saw synthetic ones only.</param>
/// <param name="Real">The same of the model that saw real ones (of its node); null where no patients were held out.</param>
/// <param name="TestPatients">How many are ranked.</param>
public sealed record SurvivalTransfer(ConcordanceResult Synthetic, ConcordanceResult? Real, int TestPatients)
{
    /// <summary>Passes over the training rows where the options do not say.</summary>
    public const int DefaultEpochs = 20;

    /// <summary>Harrell's C on the test patients of a DeepSurv that is trained on the training patients.</summary>
    /// <param name="training">Of the same features as the test patients.</param>
    /// <param name="test">Patients whom it does not see.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="outcome">What it predicts.</param>
    /// <param name="epochs">Passes over the training rows.</param>
    /// <param name="seed">Of weights, dropout and order.</param>
    /// <param name="cancellation">Asked before each epoch.</param>
    /// <exception cref="ArgumentException">A table has no known outcome, or features differ.</exception>
    public static ConcordanceResult Concordance(
        FeatureTable training, FeatureTable test, IReadOnlyList<string> inputs, string outcome, int epochs, long seed, CancellationToken cancellation = default)
    {
        using var scope = torch.NewDisposeScope();
        var (rows, unseen) = (KnownOutcome.Of(training, outcome), KnownOutcome.Of(test, outcome));
        var model = ModelCatalog.Find("deepsurv");
        var plan = new ModelPlan { Model = model.Name, Schema = training.Schema, Inputs = inputs, Outcome = outcome, Scaler = TrainingScale.Of(rows), Seed = seed };
        var request = new TrainRequest { Round = 1, Epochs = epochs, Node = "all" };
        var state = model.Train(plan, rows, model.CreateState(plan), request, null, cancellation).State;
        return Survival.Concordance.Harrell(unseen.Durations(outcome), unseen.Events(outcome), model.PredictRisk(plan, state, unseen));
    }

    /// <summary>Both models, tested on the held-out patients; without them the one of the synthetic patients is tested on all real ones.</summary>
    internal static SurvivalTransfer Of(
        SafePlan plan, FeatureTable real, FeatureTable? holdOut, FeatureTable synthetic, ClinicalReportOptions options, CancellationToken cancellation)
    {
        ConcordanceResult C(FeatureTable training, FeatureTable test) => Concordance(
            training, test, [.. plan.Clinical.Concat(plan.Lesions)], plan.Outcome, options.Epochs, DerivedSeed.From(options.Seed, "transfer"), cancellation);
        return new SurvivalTransfer(C(synthetic, holdOut ?? real), holdOut is null ? null : C(real, holdOut), (holdOut ?? real).Count);
    }

    /// <summary>The nodes' pairs together (patients of different nodes are not compared).</summary>
    internal static SurvivalTransfer Sum(IReadOnlyList<SurvivalTransfer> nodes)
    {
        ConcordanceResult[] real = [.. nodes.Select(node => node.Real).OfType<ConcordanceResult>()];
        return new SurvivalTransfer(
            Sum([.. nodes.Select(node => node.Synthetic)]), real.Length == 0 ? null : Sum(real), nodes.Sum(node => node.TestPatients));
    }

    private static ConcordanceResult Sum(IReadOnlyList<ConcordanceResult> nodes)
    {
        double comparable = nodes.Sum(node => node.Comparable);
        return new ConcordanceResult(
            nodes.Sum(node => node.Concordant + (node.TiedRisk / 2.0)) / comparable,
            Math.Sqrt(nodes.Sum(node => Math.Pow(node.StandardError * node.Comparable / comparable, 2))),
            nodes.Sum(node => node.Concordant),
            nodes.Sum(node => node.Discordant),
            nodes.Sum(node => node.TiedRisk));
    }
}
