using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Contracts.TrainRound;

namespace GenoMed.Fhir.Operations.TrainRound;

/// <summary>Refuses plans, weights and cohorts that must not be trained, each pointing at its parameter.</summary>
internal static class TrainRoundValidator
{
    /// <summary>More epochs in one round than any plan means; a guard against a request that never ends.</summary>
    private const int MaximumEpochs = 1000;

    public static TrainingPlan Validate(TrainRoundInput input, FeatureTable table, int minimumPatients)
    {
        var plan = PlanReader.Plan(input.Plan, table.Schema);
        RequireEnough(table, plan.Model.Outcome, minimumPatients);
        PlanReader.CheckWeights(plan, input.Weights);
        if ((input.Epochs ?? plan.LocalEpochs) > MaximumEpochs)
        {
            throw ParameterProblem.Invalid("epochs", $"At most {MaximumEpochs} epochs in a round, got {input.Epochs ?? plan.LocalEpochs}.");
        }

        return plan;
    }

    /// <summary>An update that rests on a handful of patients or events could be read back.</summary>
    private static void RequireEnough(FeatureTable table, string outcome, int minimumPatients)
    {
        var events = table.Events(outcome);
        var durations = table.Durations(outcome);
        var known = Enumerable.Range(0, table.Count).Where(row => !double.IsNaN(durations[row]) && !double.IsNaN(events[row])).ToArray();
        if (known.Length < minimumPatients)
        {
            throw ParameterProblem.Unprocessable("dataset", $"Fewer than {minimumPatients} patients of the dataset have a known '{outcome}'.");
        }

        if (known.Count(row => events[row] == 1) < minimumPatients)
        {
            throw ParameterProblem.Unprocessable("dataset", $"Fewer than {minimumPatients} patients of the dataset have an event of '{outcome}'.");
        }
    }
}
