namespace GenoMed.Fhir.Operations.Everything;

/// <summary>The patients that <c>$everything</c> is about, one after the other.</summary>
internal interface IPatientList
{
    /// <summary>The patient at a place, and the place of the next one; null at the end.</summary>
    /// <param name="place">Null for the first.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    Task<PatientPlace?> AtAsync(string? place, CancellationToken cancellationToken);
}
