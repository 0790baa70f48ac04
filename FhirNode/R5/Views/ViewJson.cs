using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>Reads JSON of the expected kind or says where it is of another.</summary>
internal static class ViewJson
{
    public static void EnsureObject(JsonElement element, string location)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw OperationProblem.Invalid($"An object is expected, not {element.ValueKind}.", location);
        }
    }

    public static string? Text(JsonElement parent, string property, string location)
    {
        EnsureObject(parent, location);
        return !parent.TryGetProperty(property, out var value) ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw OperationProblem.Invalid($"'{property}' is a string, not {value.ValueKind}.", $"{location}.{property}");
    }

    public static bool Flag(JsonElement parent, string property, string location) => parent.TryGetProperty(property, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw OperationProblem.Invalid($"'{property}' is true or false, not {value.ValueKind}.", $"{location}.{property}"),
    };

    public static IEnumerable<JsonElement> Items(JsonElement parent, string property, string location)
        => !parent.TryGetProperty(property, out var items) ? []
            : items.ValueKind == JsonValueKind.Array ? items.EnumerateArray()
            : throw OperationProblem.Invalid($"'{property}' is an array, not {items.ValueKind}.", $"{location}.{property}");

    /// <summary>The <c>value[x]</c> of a constant, typed by the name of its property.</summary>
    public static FhirPathValue Value(JsonElement constant, string location)
    {
        foreach (var property in constant.EnumerateObject())
        {
            if (property.Name.Length > 5 && property.Name.StartsWith("value", StringComparison.Ordinal) && property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null))
            {
                return FhirPathValue.Of(char.ToLowerInvariant(property.Name[5]) + property.Name[6..], property.Value);
            }
        }

        throw OperationProblem.Required("A constant has a primitive value, such as valueString.", $"{location}.value[x]");
    }
}
