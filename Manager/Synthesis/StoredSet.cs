using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>A synthetic data set that a node has generated and keeps as a draft.</summary>
/// <param name="Id">The logical id of its Library and Group.</param>
/// <param name="Sha256">SHA-256 of its CSV.</param>
/// <param name="Report">What it took to draw it.</param>
public sealed record StoredSet(string Id, string Sha256, SyntheticReport Report);
