using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>Builds a Parameters resource, the input or output of an operation.</summary>
public sealed class ParametersBuilder
{
    private readonly List<Action<Utf8JsonWriter>> _parts = [];

    /// <summary>A parameter with a value; none is added for null, as FHIR has no nulls.</summary>
    public ParametersBuilder Add(string name, FhirValue? value) => value is null ? this : Part(name, json => value.WriteTo(json));

    /// <summary>A valueString; none for null.</summary>
    public ParametersBuilder Add(string name, string? value) => Add(name, value is null ? null : FhirValue.String(value));

    public ParametersBuilder Add(string name, int value) => Add(name, FhirValue.Integer(value));

    public ParametersBuilder Add(string name, bool value) => Add(name, FhirValue.Boolean(value));

    public ParametersBuilder Add(string name, decimal value) => Add(name, FhirValue.Decimal(value));

    /// <summary>A valueDecimal of a finite number.</summary>
    public ParametersBuilder Add(string name, double value) => Add(name, FhirValue.Decimal(value));

    /// <summary>A parameter with a resource; none for null.</summary>
    public ParametersBuilder Add(string name, Resource? resource) => resource is null ? this : Part(name, json => json.WriteResource("resource"u8, resource));

    /// <summary>A parameter with parts.</summary>
    public ParametersBuilder Add(string name, Action<ParametersBuilder> parts)
    {
        var nested = new ParametersBuilder();
        parts(nested);
        return Part(name, json => nested.WriteTo(json, "part"u8));
    }

    public Resource Build() => JsonOutput.Write("Parameters", json => WriteTo(json, "parameter"u8));

    private ParametersBuilder Part(string name, Action<Utf8JsonWriter> content)
    {
        _parts.Add(json =>
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            content(json);
            json.WriteEndObject();
        });
        return this;
    }

    private void WriteTo(Utf8JsonWriter json, ReadOnlySpan<byte> list)
    {
        if (_parts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(list);
        _parts.ForEach(part => part(json));
        json.WriteEndArray();
    }
}
