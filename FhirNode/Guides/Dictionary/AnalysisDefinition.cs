namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>What an experiment of this disease is about unless it says otherwise.</summary>
/// <param name="Outcome">Name of the time-to-event feature that is predicted, e.g. <c>OS</c>.</param>
/// <param name="Score">The published score of the guide that a model stands beside, e.g. <c>ipss-m</c>; null for none.</param>
public sealed record AnalysisDefinition(string Outcome, string? Score);
