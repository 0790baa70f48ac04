using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Reads a training plan and refuses what this build cannot mean.</summary>
internal static class TrainingPlanReader
{
    public static TrainingPlan Read(string json)
    {
        try
        {
            CheckFormat(JsonNode.Parse(json));
            return Checked(JsonSerializer.Deserialize<TrainingPlan>(json, CanonicalJson.Options)
                ?? throw new ArgumentException("The training plan is null."));
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"Not a training plan: {problem.Message}", problem);
        }
    }

    private static void CheckFormat(JsonNode? plan)
    {
        if (plan is not JsonObject)
        {
            throw new ArgumentException("Not a training plan: expected a JSON object.");
        }

        // Looked at before anything else, since a newer format may have members of any shape.
        var format = plan["format"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
        if (format is < 1 or > TrainingPlan.FormatVersion)
        {
            throw new ArgumentException($"The training plan has format {format}; this build reads 1..{TrainingPlan.FormatVersion}.");
        }
    }

    private static TrainingPlan Checked(TrainingPlan plan)
    {
        Require("rounds", plan.Rounds);
        Require("localEpochs", plan.LocalEpochs);
        Require("minimumNodes", plan.MinimumNodes);
        if (plan.Sampling is { Fraction: not (> 0 and <= 1) } sampling)
        {
            throw new ArgumentException($"The training plan's sampling fraction is {sampling.Fraction}: expected above 0 up to 1.");
        }

        return plan;
    }

    private static void Require(string name, int count)
    {
        if (count < 1)
        {
            throw new ArgumentException($"The training plan's {name} is {count}: expected 1 or more.");
        }
    }
}
