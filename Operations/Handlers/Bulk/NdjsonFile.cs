namespace GenoMed.Fhir.Operations.Bulk;

/// <summary>One file of a job as its cursor knows it.</summary>
/// <param name="Type">What its lines are: a resource type, or the name of a view.</param>
/// <param name="Name">Its name in the job's folder.</param>
/// <param name="Length">Bytes that are on the disk for good.</param>
/// <param name="Count">Lines among them.</param>
internal sealed record NdjsonFile(string Type, string Name, long Length, long Count);
