namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What a server did with one transaction, counted from the statuses of its answer.</summary>
/// <param name="Created">Entries answered with 201.</param>
/// <param name="Updated">Entries answered with 200 and a version that is new.</param>
/// <param name="Unchanged">Entries that made no new version (304, or 200 with an OperationOutcome that says so).</param>
/// <param name="Deleted">Entries answered with 204.</param>
public sealed record EtlAnswer(int Created, int Updated, int Unchanged, int Deleted);
