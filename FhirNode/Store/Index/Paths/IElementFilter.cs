using System.Text.Json;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>A condition of a path. Equal conditions share a node of the tree.</summary>
internal interface IElementFilter
{
    bool Accepts(JsonElement element);
}
