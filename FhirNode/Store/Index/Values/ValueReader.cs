using System.Text.Json;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>A reader made of a function.</summary>
/// <param name="Parameter">Type and code, as <c>Patient.birthdate</c>.</param>
/// <param name="Add">Adds the rows of an element.</param>
internal sealed record ValueReader(string Parameter, Action<string, JsonElement, List<IndexRow>> Add) : IValueReader
{
    public void Read(JsonElement element, List<IndexRow> rows) => Add(Parameter, element, rows);
}
