using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>A DeepSurv by its defaults, trained on one table and tested on patients whom it never saw.</summary>
internal static class SurvivalTransfer
{
    private const int Epochs = 20;

    /// <summary>Harrell's C on the test patients.</summary>
    /// <param name="training">Real patients, or synthetic ones and none else.</param>
    /// <param name="test">Real patients.</param>
    /// <param name="seed">Of the network.</param>
    public static double C(FeatureTable training, FeatureTable test, long seed)
    {
        var plan = Plan(training, seed);
        var weights = GlobalRound.WeightsFor(plan, GlobalRound.InitialWeights(plan), "all");
        var trained = LocalRound.Train(plan, training, weights, 1, Epochs, "all", null, CancellationToken.None).Weights;
        var risk = LocalRound.PredictRisk(plan, trained, test);
        return Concordance.Harrell(test.Durations(MdsCohort.Outcome), test.Events(MdsCohort.Outcome), risk).C;
    }

    private static TrainingPlan Plan(FeatureTable training, long seed) => new()
    {
        Id = "transfer",
        Rounds = 1,
        LocalEpochs = Epochs,
        Model = new ModelPlan
        {
            Model = "deepsurv",
            Schema = training.Schema,
            Inputs = [.. training.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
            Outcome = MdsCohort.Outcome,
            Scaler = DatasetStatistics.From(training).ToScaler(training.Schema),
            Seed = seed,
        },
    };
}
