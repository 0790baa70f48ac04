using GenoMed.Fhir.Guides;

namespace GenoMed.Fhir.Cli.Scores;

/// <summary>What <c>genomed score</c> was asked for.</summary>
internal sealed record ScoreRequest(Guide Guide, string Score, string File, string? Site, string? Convention, bool SkipInvalid, string? Json);
