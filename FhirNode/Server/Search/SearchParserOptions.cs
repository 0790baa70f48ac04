using System.ComponentModel.DataAnnotations;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Node.Search;

/// <summary>How searches are read.</summary>
public sealed record SearchParserOptions
{
    /// <summary><c>Prefer: handling=lenient</c>: an unknown or unsupported parameter becomes a warning instead of an error.</summary>
    public bool Lenient { get; init; }

    /// <summary>What <c>:in</c>, <c>:not-in</c>, <c>:above</c> and <c>:below</c> ask.</summary>
    public ITerminology Terminology { get; init; } = TerminologyService.Official;

    /// <summary>The server's own base, without a slash at the end: references under it are <c>Type/id</c>. Null where it is not known.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether the store keeps a full-text index, which <c>_text</c> and <c>_content</c> ask.</summary>
    public bool FullText { get; init; }

    /// <summary>Page size where the client names none.</summary>
    [Range(1, int.MaxValue)]
    public int DefaultCount { get; init; } = 50;

    /// <summary>The largest page; a greater <c>_count</c> is cut to it.</summary>
    [Range(1, int.MaxValue)]
    public int MaximumCount { get; init; } = 1000;

    /// <summary>Parameters of one search.</summary>
    [Range(1, int.MaxValue)]
    public int MaximumParameters { get; init; } = 100;

    /// <summary>Values of one search, over all its parameters.</summary>
    [Range(1, int.MaxValue)]
    public int MaximumValues { get; init; } = 2000;
}
