namespace GenoMed.Fhir.Cli.Demo;

/// <summary>Local training over several splits.</summary>
internal sealed record IsolatedSpread(Spread Biggest, Spread Smallest);
