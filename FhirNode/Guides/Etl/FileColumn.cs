namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A column of the file.</summary>
/// <param name="Name">As the header has it, without the unit.</param>
/// <param name="Field">Which field of a row it is.</param>
/// <param name="Unit">The unit that the header declares, or null.</param>
internal sealed record FileColumn(string Name, int Field, string? Unit);
