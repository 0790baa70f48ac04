namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A row that its table has yet to insert.</summary>
/// <param name="Rid">The resource.</param>
/// <param name="Row">As <see cref="RowBytes"/> writes it.</param>
internal readonly record struct WaitingRow(long Rid, ReadOnlyMemory<byte> Row);
