using System.Text.Json;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>A profile or extension, ready to check values with.</summary>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Type">The type that it constrains.</param>
/// <param name="Root">What it demands, those of its base profiles included.</param>
/// <param name="Contexts">Where an extension may stand: <c>StructureDefinition.context</c>.</param>
internal sealed record Profile(string Url, string Type, Constraint Root, IReadOnlyList<JsonElement> Contexts);
