using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>A value of a choice element (<c>value[x]</c>): its FHIR type and its JSON. Immutable.</summary>
public sealed partial class FhirValue
{
    private readonly Lazy<JsonElement> _json;
    private readonly ReadOnlyMemory<byte>? _written;

    private FhirValue(string type, ReadOnlyMemory<byte> json)
    {
        Type = type;
        _written = json;
        _json = new Lazy<JsonElement>(() => JsonDocument.Parse(json).RootElement);
    }

    /// <summary>A value that was read.</summary>
    public FhirValue(string type, JsonElement json)
    {
        Type = type;
        _json = new Lazy<JsonElement>(json);
    }

    /// <summary>Type code, such as <c>Quantity</c> or <c>string</c>.</summary>
    public string Type { get; }

    public JsonElement Json => _json.Value;

    /// <summary>Writes <c>"valueQuantity": ...</c>; the property begins with <paramref name="prefix"/>.</summary>
    public void WriteTo(Utf8JsonWriter json, string prefix = "value")
    {
        json.WritePropertyName(string.Concat(prefix, char.ToUpperInvariant(Type[0]).ToString(), Type.AsSpan(1)));
        if (_written is { } bytes)
        {
            json.WriteRawValue(bytes.Span, skipInputValidation: true);
        }
        else
        {
            Json.WriteTo(json);
        }
    }

    /// <summary>The choice value <c>value[x]</c> of an element, or null where it has none.</summary>
    /// <exception cref="OperationProblem">There are several.</exception>
    public static FhirValue? Read(JsonElement parent, string expression)
    {
        FhirValue? found = null;
        foreach (var property in parent.EnumerateObject())
        {
            if (TypeOf(property.Name) is { } type)
            {
                found = found is null ? new FhirValue(type, property.Value) : throw OperationProblem.Structure($"{expression} has more than one value[x]; leave one.", expression);
            }
        }

        return found;
    }

    private static string? TypeOf(string property)
    {
        if (property.Length <= 5 || !property.StartsWith("value", StringComparison.Ordinal))
        {
            return null;
        }

        var type = property[5..];
        var primitive = char.ToLowerInvariant(type[0]) + type[1..];
        var definitions = R5Definitions.Instance;
        return definitions.Type(type) is not null ? type : definitions.Type(primitive) is not null ? primitive : null;
    }
}
