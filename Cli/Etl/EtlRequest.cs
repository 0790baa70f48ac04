using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Cli.Etl;

/// <summary>What <c>genomed etl run</c> was asked for.</summary>
internal sealed record EtlRequest(
    string Guide,
    string File,
    Uri To,
    string ClientId,
    string? ClientKey,
    string? Cohort,
    string? PseudonymKey,
    bool SkipInvalid,
    RulePolicy Rules,
    string? Site,
    string? Report,
    string? Json);
