using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>Which reader turns elements of a FHIR type into rows of a parameter (FHIR R5, search.html#ptypes).</summary>
internal static class ValueReaders
{
    /// <summary>The reader, or null where the parameter's type cannot be searched on this type of element.</summary>
    public static IValueReader? For(SearchParameterDefinition parameter, string typeCode, string resourceType)
        => SearchKinds.Of(parameter) is { } kind ? For(kind, $"{resourceType}.{parameter.Code}", typeCode) : null;

    /// <summary>The same for a kind; the rows carry the name as their parameter.</summary>
    public static IValueReader? For(SearchKind kind, string name, string typeCode) => kind switch
    {
        SearchKind.Token => TokenReaders.For(name, typeCode),
        SearchKind.String => StringReaders.For(name, typeCode),
        SearchKind.Reference => ReferenceReaders.For(name, typeCode),
        SearchKind.Date => DateReaders.For(name, typeCode),
        SearchKind.Number => typeCode is "decimal" or "integer" or "positiveInt" or "unsignedInt" or "integer64" ? new NumberReader(name) : null,
        SearchKind.Quantity => QuantityReaders.For(name, typeCode),
        SearchKind.Uri => new ValueReader(name, static (parameter, element, rows) => AddUri(parameter, element, rows)),
        _ => null,
    };

    private static void AddUri(string parameter, JsonElement element, List<IndexRow> rows)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            rows.Add(new IndexRow(SearchKind.Uri, parameter, IndexText.Limit(element.GetString()!)));
        }
    }
}
