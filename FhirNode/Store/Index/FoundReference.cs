namespace GenoMed.Fhir.Store.Index;

/// <summary>A reference as the index holds it.</summary>
/// <param name="Type">The target's type, where the reference says it.</param>
/// <param name="Target">The target's id; or its URL, where it is absolute or canonical.</param>
public readonly record struct FoundReference(string? Type, string Target);
