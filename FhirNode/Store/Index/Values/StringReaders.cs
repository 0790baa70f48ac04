using System.Text.Json;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>Strings; of a name or an address, each of its parts is one.</summary>
internal static class StringReaders
{
    private static readonly string[] NameParts = ["family", "given", "text", "prefix", "suffix"];
    private static readonly string[] AddressParts = ["line", "city", "district", "state", "postalCode", "country", "text"];
    private static readonly string[] IdentifierParts = ["value"];
    private static readonly string[] ConceptParts = ["text"];

    public static IValueReader? For(string parameter, string typeCode) => typeCode switch
    {
        "HumanName" => Parts(parameter, NameParts),
        "Address" => Parts(parameter, AddressParts),
        "Identifier" => Parts(parameter, IdentifierParts),
        "CodeableConcept" => Parts(parameter, ConceptParts),
        _ => char.IsAsciiLetterLower(typeCode[0]) ? new ValueReader(parameter, Add) : null,
    };

    public static void AddText(string parameter, string exact, List<IndexRow> rows)
    {
        var folded = TextFolding.Fold(exact);
        rows.Add(new IndexRow(SearchKind.String, parameter, IndexText.Limit(folded), Exact: folded == exact ? "" : IndexText.Limit(exact)));
    }

    private static ValueReader Parts(string parameter, string[] names) => new(parameter, (name, element, rows) => AddParts(name, element, names, rows));

    private static void AddParts(string parameter, JsonElement element, string[] names, List<IndexRow> rows)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (names.Any(property.NameEquals))
            {
                AddEach(parameter, property.Value, rows);
            }
        }
    }

    private static void AddEach(string parameter, JsonElement value, List<IndexRow> rows)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(parameter, value, rows);
            return;
        }

        foreach (var item in value.EnumerateArray())
        {
            Add(parameter, item, rows);
        }
    }

    private static void Add(string parameter, JsonElement value, List<IndexRow> rows)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            AddText(parameter, value.GetString()!, rows);
        }
    }
}
