using System.Text.Json;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Turns the element at the end of a parameter's path into rows. An element that is not what it should be gives none.</summary>
internal interface IValueReader
{
    void Read(JsonElement element, List<IndexRow> rows);
}
