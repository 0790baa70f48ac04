namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>A set that was released.</summary>
/// <param name="Library"><c>Library/id</c>, active.</param>
/// <param name="Sha256">SHA-256 of its CSV.</param>
/// <param name="Released">When, an instant.</param>
/// <param name="Report"><c>MeasureReport/id</c>: the report that let it go.</param>
public sealed record ReleasedSet(string Library, string Sha256, string Released, string Report);
