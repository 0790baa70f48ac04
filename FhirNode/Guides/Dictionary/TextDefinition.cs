namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>
/// A text that people want back and no model takes: it is no <see cref="FeatureDefinition"/>, so it has no place in a feature
/// schema, a table or a tensor.
/// </summary>
/// <param name="Name">Its column, and its name everywhere.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Syntax">How it is written.</param>
/// <param name="Of">The variant feature whose Observation carries it as a component.</param>
/// <param name="Codings">The component's code; never empty.</param>
/// <param name="Aliases">Other names that a file may have for the column.</param>
public sealed record TextDefinition(string Name, string Label, TextSyntax Syntax, string Of, IReadOnlyList<Coding> Codings, IReadOnlyList<string> Aliases);
