namespace GenoMed.Fhir.Node.Interactions;

/// <summary>A body as it is on the wire, for what is no FHIR resource.</summary>
/// <param name="MediaType">Its media type, without parameters; empty where none was sent.</param>
/// <param name="ReadAsync">All of it, up to the limit of a request.</param>
/// <param name="OpenFile">A stream of it, up to the limit of a file.</param>
internal sealed record RequestBody(string MediaType, Func<CancellationToken, Task<byte[]>> ReadAsync, Func<Stream> OpenFile)
{
    /// <summary>The <c>fhirVersion</c> parameter of the content type, or null.</summary>
    public string? FhirVersion { get; init; }
}
