using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations;

/// <summary>Reads the plan and the weights of a request and refuses what this node must not run.</summary>
internal static class PlanReader
{
    /// <summary>The plan, checked against the dataset's schema.</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">Not a plan, a newer format, another schema, or inputs that no model may take.</exception>
    public static TrainingPlan Plan(string json, FeatureSchema held)
    {
        var plan = Guarded("plan", () => TrainingPlan.FromJson(json));
        CheckPrivacy(plan);
        CheckSchema(plan.Model.Schema, held);
        foreach (var input in plan.Model.Inputs)
        {
            CheckInput(input, held);
        }

        CheckOutcome(plan.Model.Outcome, held, "plan");
        CheckModel(plan);
        return plan;
    }

    /// <exception cref="R5.Outcomes.OperationProblem">Not safetensors, or not a finite state of the plan's model.</exception>
    public static void CheckWeights(TrainingPlan plan, BinaryContent weights)
    {
        if (weights.ContentType is not (BinaryContent.SafeTensors or BinaryContent.OctetStream))
        {
            throw ParameterProblem.Invalid("weights", $"Weights are {BinaryContent.SafeTensors} or {BinaryContent.OctetStream}, got '{weights.ContentType}'.");
        }

        Guarded("weights", () =>
        {
            LocalRound.CheckWeights(plan, weights.Data);
            return true;
        });
    }

    public static void CheckOutcome(string outcome, FeatureSchema held, string parameter)
    {
        var feature = held.Features.FirstOrDefault(feature => feature.Name == outcome);
        if (feature is not { Type: FeatureType.TimeToEvent })
        {
            throw ParameterProblem.Invalid(parameter, $"'{outcome}' is no time-to-event feature of {held.Guide} {held.Version}.");
        }
    }

    /// <summary>Compute says with ArgumentException what does not fit; here it points at the parameter.</summary>
    public static T Guarded<T>(string parameter, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException e)
        {
            throw ParameterProblem.Invalid(parameter, e.Message);
        }
    }

    /// <summary>A plan that promises a privacy step must not be run without it.</summary>
    private static void CheckPrivacy(TrainingPlan plan)
    {
        if (plan.Privacy is { } privacy && !PrivacyCatalog.Names.Contains(privacy.Name))
        {
            throw ParameterProblem.Unprocessable("plan", $"The plan asks for the privacy step '{privacy.Name}', which this node does not know; it knows: {string.Join(", ", PrivacyCatalog.Names)}.");
        }
    }

    /// <summary>Before the weights are compared with it, so that a fault of the plan is not told of the weights.</summary>
    private static void CheckModel(TrainingPlan plan) => Guarded("plan", () =>
    {
        LocalRound.CheckModel(plan);
        return true;
    });

    private static void CheckSchema(FeatureSchema planned, FeatureSchema held)
    {
        if (planned.Guide != held.Guide || planned.Version != held.Version)
        {
            throw ParameterProblem.Unprocessable("plan", $"The plan is for {planned.Guide} {planned.Version}, the dataset was extracted by {held.Guide} {held.Version}; extract it again.");
        }
    }

    /// <summary>The dataset's own dictionary decides the role, not the plan's copy of it: a plan cannot rename an outcome to an input.</summary>
    private static void CheckInput(string input, FeatureSchema held)
    {
        var feature = held.Features.FirstOrDefault(feature => feature.Name == input)
            ?? throw ParameterProblem.Invalid("plan", $"The plan's input '{input}' is no feature of {held.Guide} {held.Version}.");
        if (feature.Role is FeatureRole.Outcome or FeatureRole.Score)
        {
            throw ParameterProblem.Unprocessable("plan", $"The plan's input '{input}' is {feature.Role.ToString().ToLowerInvariant()}: a model may not take it.");
        }
    }
}
