namespace GenoMed.Fhir.Store.Commits;

/// <summary>A version to be added; a null body is a deletion.</summary>
internal sealed record NewVersion(long Type, string Id, long Version, StoreMethod Method, long Updated, ReadOnlyMemory<byte>? Body);
