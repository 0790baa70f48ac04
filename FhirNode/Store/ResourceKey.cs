namespace GenoMed.Fhir.Store;

/// <summary>Names a resource, whatever its version.</summary>
/// <param name="ResourceType">For example <c>Patient</c>.</param>
/// <param name="Id">Logical id, unique in its type.</param>
public readonly record struct ResourceKey(string ResourceType, string Id);
