using System.Text.Json;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>Numbers as they are; the precision that counts in a search is that of the query.</summary>
internal sealed record NumberReader(string Parameter) : IValueReader
{
    public void Read(JsonElement element, List<IndexRow> rows)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number))
        {
            rows.Add(new IndexRow(SearchKind.Number, Parameter, LowNumber: number, HighNumber: number));
        }
    }
}
