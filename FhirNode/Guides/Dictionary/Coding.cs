namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>A code of a terminology, as it stands in <c>CodeableConcept.coding</c>.</summary>
/// <param name="System">The canonical URI of the code system.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">The code system's own name for it, where known.</param>
public sealed record Coding(string System, string Code, string? Display = null)
{
    /// <summary>What two codings are compared by: system and code, never the display.</summary>
    public string Key => $"{System}|{Code}";
}
