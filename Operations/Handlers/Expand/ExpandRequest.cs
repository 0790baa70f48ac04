using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Operations.Expand;

/// <summary>Which codes of an expansion, and what of each.</summary>
internal sealed record ExpandRequest
{
    /// <summary>Text that displays or codes hold, letter case aside; several words in any order.</summary>
    public required string? Filter { get; init; }

    public required int Offset { get; init; }

    /// <summary>Page size; 0 for the total alone, null for all.</summary>
    public required int? Count { get; init; }

    public required bool IncludeDesignations { get; init; }

    public required bool ActiveOnly { get; init; }

    public required string? Language { get; init; }

    /// <exception cref="OperationProblem">Invalid: offset or count is negative.</exception>
    public static ExpandRequest Read(ParameterList input) => new()
    {
        Filter = input.Optional("filter")?.AsString(),
        Offset = NotNegative(input, "offset") ?? 0,
        Count = NotNegative(input, "count"),
        IncludeDesignations = input.Optional("includeDesignations")?.AsBoolean() ?? false,
        ActiveOnly = input.Optional("activeOnly")?.AsBoolean() ?? false,
        Language = input.Optional("displayLanguage")?.AsString(),
    };

    public bool Keeps(ExpandedConcept concept)
        => !(ActiveOnly && concept.Concept is { IsInactive: true })
            && (Filter is null || Filter.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Holds(concept, word)));

    /// <summary>The text to show for a concept.</summary>
    public string? Display(ExpandedConcept concept)
        => Displays.Of(concept.Designations, Language) ?? (concept.Concept is { } known ? Displays.Of(known.Designations, Language) : null) ?? concept.Display;

    private bool Holds(ExpandedConcept concept, string word)
        => concept.Code.Contains(word, StringComparison.OrdinalIgnoreCase) || (Display(concept)?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false);

    private static int? NotNegative(ParameterList input, string name)
        => input.Optional(name) is not { } given ? null
            : given.AsInteger() is >= 0 and var number ? number
            : throw OperationProblem.Invalid($"'{name}' is 0 or more.", given.Expression);
}
