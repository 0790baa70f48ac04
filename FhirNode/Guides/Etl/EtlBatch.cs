using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>One transaction to be sent.</summary>
/// <param name="Bundle">The transaction Bundle.</param>
/// <param name="Patients">How many patients it has.</param>
/// <param name="Entries">How many entries it has.</param>
internal sealed record EtlBatch(Resource Bundle, int Patients, int Entries);
