using GenoMed.Fhir.Node.Interactions;

namespace GenoMed.Fhir.Node.Audit;

/// <summary>Who asked for what, when, from where, and how it ended.</summary>
internal sealed record AuditRecord(
    DateTimeOffset Occurred,
    string Node,
    string Client,
    string? Address,
    string Method,
    string Url,
    FhirTarget? Target,
    int Status);
