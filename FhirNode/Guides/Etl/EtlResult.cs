namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What a load did.</summary>
/// <param name="Report">The checking pass.</param>
/// <param name="Patients">Patients loaded.</param>
/// <param name="Bundles">Transactions sent.</param>
/// <param name="Created">Resources that the server had not.</param>
/// <param name="Updated">Resources that got a new version.</param>
/// <param name="Unchanged">Resources that were there already, word for word.</param>
/// <param name="Deleted">Resources that an earlier load had written and this row does not have.</param>
public sealed record EtlResult(EtlReport Report, long Patients, long Bundles, long Created, long Updated, long Unchanged, long Deleted);
