namespace GenoMed.Fhir.Operations;

/// <summary>A request's body of one of the contract's media types: no FHIR resource.</summary>
/// <param name="MediaType">Its media type, without parameters.</param>
/// <param name="Open">The bytes as they arrive; to be read once and disposed of.</param>
public sealed record OperationBody(string MediaType, Func<Stream> Open)
{
    /// <summary>The media type's parameter fhirVersion, such as <c>4.0</c>; null where it has none.</summary>
    public string? FhirVersion { get; init; }
}
