namespace GenoMed.Fhir.Operations;

/// <summary>An answer that is no FHIR resource, such as NDJSON or CSV; it is written while it is sent.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="WriteAsync">Writes it, once.</param>
public sealed record OperationFile(string ContentType, Func<Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>The resource types whose content it holds, which the client must be allowed to read; every type unless said otherwise.</summary>
    public IReadOnlyList<string> ResourceTypes { get; init; } = ["*"];
}
