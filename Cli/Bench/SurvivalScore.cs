namespace GenoMed.Fhir.Cli.Bench;

/// <summary>The concordance of one test part.</summary>
/// <param name="Seed">From 1.</param>
/// <param name="Fold">From 1; null where the table has a split of its own.</param>
/// <param name="CIndex">Of the members' mean prediction.</param>
/// <param name="Single">The mean of the members' own.</param>
internal sealed record SurvivalScore(int Seed, int? Fold, double CIndex, double Single);
