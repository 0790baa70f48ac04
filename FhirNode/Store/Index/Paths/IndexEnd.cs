using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>Where a path ends in the tree of a type's paths.</summary>
/// <param name="Node">The node.</param>
/// <param name="Children">The children of the elements that reach it.</param>
/// <param name="TypeCode">Their FHIR type.</param>
/// <param name="Unfiltered">The node before <c>.where(resolve() is Target)</c>; null where the path does not end with it.</param>
/// <param name="Target">The type that the references must point to; null for any.</param>
internal sealed record IndexEnd(IndexNode Node, ElementTable? Children, string TypeCode, IndexNode? Unfiltered = null, string? Target = null);
