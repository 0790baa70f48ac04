namespace GenoMed.Fhir.Operations.Import;

/// <summary>One file to import.</summary>
/// <param name="Name">For messages and the manifest: its URL, or <c>body</c>.</param>
/// <param name="Type">The type that all its resources must be; null for any.</param>
/// <param name="Open">Opens it behind so many bytes.</param>
internal sealed record ImportSource(string Name, string? Type, Func<long, CancellationToken, Task<Stream>> Open);
