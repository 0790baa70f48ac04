using GenoMed.Fhir.Node.Auth;

namespace GenoMed.Fhir.Node.Publication;

/// <summary>Whoever reads a publication node without a token: the types that data sets are made of, and none of the node's own jobs.</summary>
internal static class PublicReader
{
    private static readonly string[] Types =
    [
        "Patient", "Condition", "Observation", "GenomicStudy", "Procedure", "Group", "Library", "Provenance", "Measure", "MeasureReport",
        "CodeSystem", "ValueSet", "StructureDefinition", "OperationDefinition",
    ];

    /// <summary>A Binary is read by the id that its Library gives, and not searched for: jobs keep theirs there too.</summary>
    public static Caller Caller { get; } = new("anonymous", ScopeSet.Parse($"{string.Join(' ', Types.Select(type => $"system/{type}.rs"))} system/Binary.r"));
}
