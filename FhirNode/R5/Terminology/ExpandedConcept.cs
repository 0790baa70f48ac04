using System.Text.Json;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>One code of an expanded value set.</summary>
/// <param name="System">URL of its code system.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">The value set's own text for it, or the code system's.</param>
/// <param name="Concept">The concept, where its code system is known here.</param>
/// <param name="Designations">The value set's own designations.</param>
public sealed record ExpandedConcept(string System, string Code, string? Display, Concept? Concept, IReadOnlyList<JsonElement> Designations)
{
    public ConceptKey Key => new(System, Code);
}
