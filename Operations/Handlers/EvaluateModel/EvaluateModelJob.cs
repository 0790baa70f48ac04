using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Scores;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.EvaluateModel;

/// <summary>Risks, concordance and curves; runs on a worker thread.</summary>
internal sealed class EvaluateModelJob(GuideCatalog guides, OperationsOptions options)
{
    public EvaluateModelOutput Run(EvaluateModelInput input, FeatureTable table)
    {
        EvaluateModelValidator.Validate(input, table.Schema);
        var paired = input.PairedWith is { } name ? Score("pairedWith", name, table) : null;
        var (risk, outcome) = input.Score is { } score
            ? (Score("score", score, table), FirstOutcome(table.Schema))
            : ModelRisk(input, table);
        var sample = EvaluationSample.Take(table, input.Outcome ?? outcome, risk, paired, input.Horizon);
        RequireEnough(sample);
        return Output(sample, input.RiskGroups);
    }

    private void RequireEnough(EvaluationSample sample)
    {
        if (sample.Count < options.MinimumPatients)
        {
            throw ParameterProblem.Unprocessable("dataset", $"Fewer than {options.MinimumPatients} patients of the dataset can be evaluated.");
        }

        if (sample.Events.Count(seen => seen == 1) < options.MinimumPatients)
        {
            throw ParameterProblem.Unprocessable("dataset", $"Fewer than {options.MinimumPatients} patients of the dataset have the event.");
        }
    }

    private EvaluateModelOutput Output(EvaluationSample sample, int? groups)
    {
        var result = Concordance.Harrell(sample.Durations, sample.Events, sample.Risk);
        var interval = result.Interval();
        return new EvaluateModelOutput
        {
            N = sample.Count,
            Events = sample.Events.Count(seen => seen == 1),
            CIndex = Finite(result.C),
            StandardError = Finite(result.StandardError),
            Lower = Finite(interval.Lower),
            Upper = Finite(interval.Upper),
            Comparable = result.Comparable,
            Concordant = result.Concordant,
            Discordant = result.Discordant,
            Tied = result.TiedRisk,
            Groups = groups is { } count ? RiskGroups.Of(sample, count, options.MinimumPatients) : [],
        };
    }

    private static (double[] Risk, string Outcome) ModelRisk(EvaluateModelInput input, FeatureTable table)
    {
        var plan = PlanReader.Plan(input.Plan!, table.Schema);
        PlanReader.CheckWeights(plan, input.Weights!);
        return (PlanReader.Guarded("plan", () => LocalRound.PredictRisk(plan, input.Weights!.Data, table)), plan.Model.Outcome);
    }

    private double[] Score(string parameter, string name, FeatureTable table)
        => guides.Find(table.Schema.Guide).Scores.TryGetValue(name, out var score)
            ? ScoreCalculator.Evaluate(score, table, guides.Find(table.Schema.Guide).Scope)
            : throw ParameterProblem.NotFound(parameter, $"Guide '{table.Schema.Guide}' has no score '{name}'; it has: {string.Join(", ", guides.Find(table.Schema.Guide).Scores.Keys)}.");

    private static string FirstOutcome(FeatureSchema schema)
        => schema.WithRole(FeatureRole.Outcome).FirstOrDefault(feature => feature.Type == FeatureType.TimeToEvent)?.Name
            ?? throw OperationProblem.Unprocessable($"{schema.Guide} {schema.Version} has no time-to-event outcome.", ParameterProblem.Expression("outcome"));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
