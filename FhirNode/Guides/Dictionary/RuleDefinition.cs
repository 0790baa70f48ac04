namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>A combination of values that no patient can have: <c>cna_delY and SEX == 'F'</c>.</summary>
/// <param name="Id">Unique in the dictionary; reports name the rule by it.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Impossible">
/// An expression over the dictionary's features (a time-to-event feature by its two columns). A row for which it is true breaks
/// the rule; one for which it is unknown does not.
/// </param>
/// <param name="Source">Why: the definition or publication that it follows from.</param>
public sealed record RuleDefinition(string Id, string Label, string Impossible, string Source);
