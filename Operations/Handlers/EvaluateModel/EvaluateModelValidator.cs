using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;

namespace GenoMed.Fhir.Operations.EvaluateModel;

/// <summary>Plan and weights, or a score: one of the two, and sensible limits.</summary>
internal static class EvaluateModelValidator
{
    public static void Validate(EvaluateModelInput input, FeatureSchema schema)
    {
        ValidateSubject(input);
        if (input.Horizon is <= 0)
        {
            throw ParameterProblem.Invalid("horizon", $"The horizon is a positive duration, got {input.Horizon}.");
        }

        if (input.RiskGroups is < 2 or > 10)
        {
            throw ParameterProblem.Invalid("riskGroups", $"Risk groups are 2 to 10, got {input.RiskGroups}.");
        }

        if (input.Outcome is { } outcome)
        {
            PlanReader.CheckOutcome(outcome, schema, "outcome");
        }
    }

    private static void ValidateSubject(EvaluateModelInput input)
    {
        if (input.Score is not null && (input.Plan is not null || input.Weights is not null))
        {
            throw ParameterProblem.Invalid("score", "Give a score, or a plan with weights, not both.");
        }

        if (input.Score is null && input.Plan is null)
        {
            throw ParameterProblem.Required("plan", "Give a plan with weights, or a score.");
        }

        if (input.Score is null && input.Weights is null)
        {
            throw ParameterProblem.Required("weights", "A plan is evaluated with weights.");
        }
    }
}
