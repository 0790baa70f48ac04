using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.Operations.Contracts.Binding;

/// <summary>
/// The FHIR types that parameters have here, and how each is read out of <c>value[x]</c> or <c>resource</c>.
/// Inside a family (texts; whole numbers) any member's value[x] is taken, since clients write
/// <c>valueString</c> for an id; the value must still fit the type declared.
/// </summary>
internal static partial class ParameterTypes
{
    private static readonly string[] Texts = ["string", "code", "id", "uri", "url", "canonical", "oid", "uuid", "markdown", "date", "dateTime", "instant"];
    private static readonly string[] Integers = ["integer", "unsignedInt", "positiveInt"];

    public static string ValueProperty(string type) => $"value{char.ToUpperInvariant(type[0])}{type[1..]}";

    /// <summary>The value of a parameter, or null with what is wrong with it.</summary>
    public static JsonNode? Read(JsonElement parameter, string type, out string? fault)
    {
        if (IsResource(type))
        {
            return parameter.TryGetProperty("resource", out var resource)
                ? ReadResource(resource, type, out fault)
                : Fault($"expected a resource ({type}).", out fault);
        }

        foreach (var candidate in Family(type))
        {
            if (parameter.TryGetProperty(ValueProperty(candidate), out var value))
            {
                return ReadValue(value, type, out fault);
            }
        }

        return Fault($"expected {ValueProperty(type)}{Got(parameter)}.", out fault);
    }

    public static JsonNode? ReadResource(JsonElement resource, string type, out string? fault)
    {
        if (resource.ValueKind != JsonValueKind.Object || Text(resource, "resourceType") is not { } actual)
        {
            return Fault($"expected a resource ({type}).", out fault);
        }

        if (type == "Binary")
        {
            return ReadBinary(resource, actual, out fault);
        }

        fault = type == "Resource" || type == actual ? null : $"expected a {type}, got a {actual}.";
        return fault is null ? JsonObject.Create(resource) : null;
    }

    private static bool IsResource(string type) => type == "Resource" || R5Definitions.Instance.IsResourceType(type);

    private static bool IsComplex(string type) => R5Definitions.Instance.Type(type) is { Kind: TypeKind.Complex };

    private static JsonNode? ReadBinary(JsonElement resource, string actual, out string? fault)
    {
        if (actual != "Binary" || Text(resource, "contentType") is not { } contentType)
        {
            return Fault($"expected a Binary with a contentType, got {actual}.", out fault);
        }

        if (!resource.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.String || !data.TryGetBytesFromBase64(out var bytes))
        {
            return Fault("Binary.data is not base64.", out fault);
        }

        fault = null;
        return new JsonObject { ["contentType"] = contentType, ["data"] = JsonValue.Create(Convert.ToBase64String(bytes)) };
    }

    private static JsonNode? ReadValue(JsonElement value, string type, out string? fault) => type switch
    {
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value(value.GetBoolean(), out fault) : Wrong(value, type, out fault),
        "decimal" => value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? Value(value.GetDouble(), out fault) : Wrong(value, type, out fault),
        "Reference" => value.ValueKind == JsonValueKind.Object && Text(value, "reference") is { Length: > 0 } reference ? Value(reference, out fault) : Wrong(value, type, out fault),
        _ when IsComplex(type) => value.ValueKind == JsonValueKind.Object ? Complex(value, out fault) : Wrong(value, type, out fault),
        _ when Integers.Contains(type) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) && whole >= Smallest(type) ? Value(whole, out fault) : Wrong(value, type, out fault),
        _ => value.ValueKind == JsonValueKind.String && Fits(value.GetString()!, type) ? Value(value.GetString()!, out fault) : Wrong(value, type, out fault),
    };

    private static IEnumerable<string> Family(string type)
        => Texts.Contains(type) ? Texts : type == "decimal" ? ["decimal", .. Integers] : Integers.Contains(type) ? Integers : [type];

    private static int Smallest(string type) => type switch { "unsignedInt" => 0, "positiveInt" => 1, _ => int.MinValue };

    private static bool Fits(string text, string type) => type switch
    {
        "id" => IdPattern().IsMatch(text),
        "date" or "dateTime" or "instant" => FhirDateRange.TryParse(text, out _),
        "code" or "uri" or "url" or "canonical" or "oid" or "uuid" => text.Length > 0 && !text.Any(char.IsWhiteSpace),
        _ => text.Length > 0,
    };

    private static JsonObject? Complex(JsonElement value, out string? fault)
    {
        fault = null;
        return JsonObject.Create(value);
    }

    private static JsonValue Value<T>(T value, out string? fault)
    {
        fault = null;
        return JsonValue.Create(value)!;
    }

    private static JsonNode? Wrong(JsonElement value, string type, out string? fault)
    {
        var shown = value.GetRawText();
        return Fault($"expected {type}, got {(shown.Length > 60 ? shown[..60] + "…" : shown)}.", out fault);
    }

    private static JsonNode? Fault(string message, out string? fault)
    {
        fault = message;
        return null;
    }

    private static string Got(JsonElement parameter)
    {
        var given = parameter.EnumerateObject().Select(property => property.Name).Where(name => name != "name").FirstOrDefault();
        return given is null ? ", got no value" : $", got {given}";
    }

    private static string? Text(JsonElement element, string property)
        => element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z")]
    private static partial Regex IdPattern();
}
