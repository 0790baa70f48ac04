using GenoMed.Fhir.Guides;

namespace GenoMed.Fhir.Cli.Cohorts;

/// <summary>What <c>genomed cohort</c> was asked for.</summary>
internal sealed record CohortRequest(
    Guide Guide,
    int N,
    int Seed,
    IReadOnlyList<string> With,
    double[] Shares,
    string? ShiftBy,
    double Shift,
    double Missing,
    bool Fhir,
    string Out);
