using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>One transaction to be sent.</summary>
/// <param name="Bundle">The transaction Bundle.</param>
/// <param name="PatientIds">Logical ids of its patients.</param>
/// <param name="Entries">How many entries it has.</param>
internal sealed record EtlBatch(Resource Bundle, IReadOnlyList<string> PatientIds, int Entries)
{
    /// <summary>Whether any of its patients is invented.</summary>
    public bool IsInvented { get; init; }
}
