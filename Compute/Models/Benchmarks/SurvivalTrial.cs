using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>
/// One training part and one test part. Its members may be trained at the same time and in any order; the same seed gives
/// the same numbers. Nothing of the test part is seen before the concordance is computed.
/// </summary>
/// <param name="recipe">How it is trained.</param>
/// <param name="training">The rows that are trained on.</param>
/// <param name="test">The rows that are predicted.</param>
/// <param name="seed">Of all members.</param>
public sealed class SurvivalTrial(SurvivalRecipe recipe, FeatureTable training, FeatureTable test, long seed)
{
    private readonly double[]?[] _predictions = new double[recipe.Members][];

    private readonly double[] _times = [0, .. training.Durations(SurvivalTable.Outcome).Concat(test.Durations(SurvivalTable.Outcome)).Where(time => time > 0).Distinct().Order()];

    /// <summary>Networks to train.</summary>
    public int Members => recipe.Members;

    /// <summary>Trains a member, 0 .. <see cref="Members"/> - 1.</summary>
    public void Train(int member, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        var (rows, unseen) = Prepared();
        var model = ModelCatalog.Find(recipe.Model);
        var plan = new ModelPlan
        {
            Model = recipe.Model,
            Schema = rows.Schema,
            Inputs = [.. rows.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
            Outcome = SurvivalTable.Outcome,
            Scaler = TrainingScale.Of(rows),
            Options = recipe.Options,
            Seed = DerivedSeed.From(seed, "member", member.ToString(CultureInfo.InvariantCulture)),
        };
        var request = new TrainRequest { Round = 1, Epochs = recipe.Epochs, Node = "all" };
        var state = model.Train(plan, rows, model.CreateState(plan), request, null, cancellation).State;
        _predictions[member] = recipe.Curves
            ? ((ISurvivalModel)model).PredictSurvival(plan, state, unseen, _times)
            : model.PredictRisk(plan, state, unseen);
    }

    /// <summary>The concordance of the members' mean prediction.</summary>
    /// <exception cref="InvalidOperationException">A member has not been trained.</exception>
    public double Concordance() => Score(Enumerable.Range(0, Members));

    /// <summary>The mean of the members' own concordances: what one network has.</summary>
    public double SingleConcordance() => Enumerable.Range(0, Members).Average(member => Score([member]));

    private (FeatureTable Training, FeatureTable Test) Prepared()
    {
        if (!recipe.Ranks)
        {
            return (training, test);
        }

        var ranks = new RankPreparation(training, SurvivalTable.Outcome);
        return (ranks.Apply(training), ranks.Apply(test));
    }

    private double Score(IEnumerable<int> members)
    {
        double[][] predictions = [.. members.Select(member => _predictions[member] ?? throw new InvalidOperationException($"Member {member} has not been trained."))];
        double[] mean = [.. Enumerable.Range(0, predictions[0].Length).Select(i => predictions.Average(prediction => prediction[i]))];
        var (durations, events) = (test.Durations(SurvivalTable.Outcome), test.Events(SurvivalTable.Outcome));
        return recipe.Curves ? AntoliniConcordance.Of(durations, events, Curves(mean)) : Survival.Concordance.Harrell(durations, events, mean).C;
    }

    private SurvivalCurves Curves(double[] survival)
    {
        var values = new double[_times.Length, test.Count];
        for (var i = 0; i < survival.Length; i++)
        {
            values[i % _times.Length, i / _times.Length] = survival[i];
        }

        return new SurvivalCurves(_times, values);
    }
}
