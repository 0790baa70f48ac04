using System.Text.Json;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>
/// <c>resolve() is Type</c> by the text of a reference or by its <c>type</c>. A canonical does not say what it
/// points to and is accepted.
/// </summary>
internal sealed record TargetFilter(string Type) : IElementFilter
{
    public bool Accepts(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return element.ValueKind == JsonValueKind.String;
        }

        var stated = element.Text("reference") is { } text ? FhirReference.TryParse(text)?.Type : null;
        return (stated ?? element.Text("type")) == Type;
    }
}
