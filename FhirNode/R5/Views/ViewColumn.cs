namespace GenoMed.Fhir.R5.Views;

/// <summary>A column of a view's result.</summary>
/// <param name="Name">Unique within the view; letters, digits and underscores.</param>
/// <param name="Type">FHIR primitive type; "string" when the view names none.</param>
/// <param name="IsCollection">Whether a value is a list; otherwise more than one value is an error.</param>
public sealed record ViewColumn(string Name, string Type, bool IsCollection);
