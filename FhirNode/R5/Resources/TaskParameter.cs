using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>Task.input</c> or <c>Task.output</c>.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Value">Its value.</param>
public sealed record TaskParameter(FhirCoding Type, FhirValue Value)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Type.WriteConceptTo(json, "type"u8);
        Value.WriteTo(json);
        json.WriteEndObject();
    }

    internal static TaskParameter Read(JsonElement json, string expression) => new(
        FhirCoding.ReadConcept(json, "type") ?? throw OperationProblem.Required("type needs a coding.", expression + ".type"),
        FhirValue.Read(json, expression) ?? throw OperationProblem.Required("value[x] is missing.", expression + ".value"));
}
