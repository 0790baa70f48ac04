using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts.ViewDefinitionExport;

/// <summary>One view to export.</summary>
public sealed record ExportedView
{
    /// <summary>The name of its output; null for the view's own.</summary>
    public string? Name { get; init; }

    /// <summary><c>ViewDefinition/id</c> of an installed one, or its canonical URL.</summary>
    public string? ViewReference { get; init; }

    /// <summary>The ViewDefinition.</summary>
    public Resource? ViewResource { get; init; }
}
