namespace GenoMed.Fhir.Guides.Features;

/// <summary>How far a text is filled; what it says is told nowhere.</summary>
/// <param name="Name">The text.</param>
/// <param name="Findings">Patients with the finding that it is of.</param>
/// <param name="Present">Of these, patients with the text.</param>
public sealed record TextQuality(string Name, int Findings, int Present);
