using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>
/// The wrapper of an asynchronous result (R5 <c>async-bundle</c>: a Bundle of type batch-response with one entry).
/// The R6 draft drops it; this is the one place that knows.
/// </summary>
internal static class BatchResponse
{
    /// <summary>The result itself.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">The entry is a refusal.</exception>
    public static Resource Unwrap(string node, Resource answer)
    {
        if (answer.ResourceType != "Bundle" || answer.Element.GetProperty("type").GetString() != "batch-response")
        {
            return answer;
        }

        var entry = answer.Element.GetProperty("entry")[0];
        var status = Status(entry);
        var resource = entry.TryGetProperty("resource", out var found) ? Resource.FromElement(found) : Outcome(entry);
        return status < 400 && resource is not null ? resource : throw OutcomeReader.Problem(node, status, resource);
    }

    private static int Status(JsonElement entry)
        => int.Parse(entry.GetProperty("response").GetProperty("status").GetString()!.AsSpan(0, 3), CultureInfo.InvariantCulture);

    private static Resource? Outcome(JsonElement entry)
        => entry.GetProperty("response").TryGetProperty("outcome", out var outcome) ? Resource.FromElement(outcome) : null;
}
