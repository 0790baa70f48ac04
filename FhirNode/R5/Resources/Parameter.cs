using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>Parameters.parameter</c> or <c>part</c> that was read.</summary>
public sealed class Parameter
{
    internal Parameter(JsonElement json, string expression)
    {
        Expression = expression;
        Value = FhirValue.Read(json, expression);
        Resource = json.Nested("resource");
        Parts = new ParameterList(json.Items("part"), expression + ".part");
    }

    /// <summary>FHIRPath of this parameter, for messages.</summary>
    public string Expression { get; }

    public FhirValue? Value { get; }

    public Resource? Resource { get; }

    /// <summary>Its nested parameters.</summary>
    public ParameterList Parts { get; }

    /// <summary>A string, code, uri or any other primitive that is text.</summary>
    public string AsString() => Json(JsonValueKind.String, "text (valueString, valueCode, valueUri, ...)").GetString()!;

    public bool AsBoolean() => Json(JsonValueKind.True, "valueBoolean", JsonValueKind.False).GetBoolean();

    public int AsInteger() => Json(JsonValueKind.Number, Whole).TryGetInt32(out var value) ? value : throw Wrong(Whole);

    /// <summary>An integer64, which JSON carries as a string; an integer counts.</summary>
    public long AsInteger64() => long.TryParse(Value is { Type: "integer64" or "integer" } value ? value.Json.ToString() : null, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("valueInteger64");

    /// <summary>A date, dateTime or instant, as the stretch of time that it stands for.</summary>
    public FhirDateRange AsDate() => FhirDateRange.TryParse(AsString(), out var range) ? range : throw Wrong("valueDate, valueDateTime or valueInstant");

    /// <summary>A number; integers count.</summary>
    public double AsDouble() => Json(JsonValueKind.Number, "valueDecimal").GetDouble();

    /// <summary>A number with its decimal digits; integers count.</summary>
    public decimal AsDecimal() => Json(JsonValueKind.Number, "valueDecimal").TryGetDecimal(out var value) ? value : throw Wrong("valueDecimal of at most 28 digits");

    public byte[] AsBytes() => Json(JsonValueKind.String, "valueBase64Binary").TryGetBytesFromBase64(out var bytes) ? bytes : throw Wrong("valueBase64Binary");

    public FhirCoding AsCoding() => (Value?.Type == "Coding" ? FhirCoding.Read(Value.Json) : null) ?? throw Wrong("valueCoding with a code");

    /// <summary>The text of a Reference, such as <c>Library/1</c>.</summary>
    public string AsReference() => (Value?.Type == "Reference" ? Value.Json.Text("reference") : null) ?? throw Wrong("valueReference with a reference");

    public Resource AsResource() => Resource ?? throw Wrong("a resource");

    private const string Whole = "valueInteger";

    private JsonElement Json(JsonValueKind kind, string expected, JsonValueKind? other = null)
        => Value is { } value && (value.Json.ValueKind == kind || value.Json.ValueKind == other) ? value.Json : throw Wrong(expected);

    private OperationProblem Wrong(string expected)
        => OperationProblem.Invalid($"The parameter must carry {expected}; it carries {Carries}.", Expression);

    // Its type only: the value may be long, and messages are logged.
    private string Carries => Value is { } value ? $"a {value.Type} (JSON {value.Json.ValueKind})" : Resource is { } resource ? $"a {resource.ResourceType}" : "neither value nor resource";
}
