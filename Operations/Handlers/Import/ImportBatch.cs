namespace GenoMed.Fhir.Operations.Import;

/// <summary>Lines that are committed together.</summary>
/// <param name="Source">Index of their file.</param>
/// <param name="Lines">At least one, but in the last batch of a file.</param>
/// <param name="Offset">Bytes of the file up to the end of the last.</param>
/// <param name="Number">The number of the last line.</param>
internal sealed record ImportBatch(int Source, IReadOnlyList<ImportLine> Lines, long Offset, long Number);
