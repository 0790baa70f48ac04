namespace GenoMed.Fhir.Operations.Import;

/// <summary>One line of a file.</summary>
/// <param name="Bytes">Without its end.</param>
/// <param name="Number">From 1.</param>
/// <param name="End">Bytes of the file up to and with its end.</param>
internal readonly record struct NdjsonLine(ReadOnlyMemory<byte> Bytes, long Number, long End);
