namespace GenoMed.Fhir.Store.Search;

/// <summary>Membership of a compartment: one of the parameters refers to its focus, or the resource is the focus.</summary>
/// <param name="Type">The focus: <c>Patient</c>, <c>Encounter</c>, ...</param>
/// <param name="Id">The id of the focus.</param>
/// <param name="Parameters">Type and code, such as <c>Observation.subject</c>.</param>
/// <param name="WithFocus">Whether the focus itself belongs to the matches.</param>
public sealed record CompartmentFilter(string Type, string Id, IReadOnlyList<string> Parameters, bool WithFocus) : SearchFilter;
