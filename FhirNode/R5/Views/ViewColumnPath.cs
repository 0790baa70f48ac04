namespace GenoMed.Fhir.R5.Views;

/// <summary>A column with the path that fills it.</summary>
internal sealed record ViewColumnPath(ViewColumn Column, ViewPath Path);
