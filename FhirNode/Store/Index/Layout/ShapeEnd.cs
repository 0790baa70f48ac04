namespace GenoMed.Fhir.Store.Index.Layout;

/// <summary>The end of a parameter's path.</summary>
/// <param name="Key">The same for two parameters only where they read the same elements in the same way.</param>
/// <param name="Target">The type that a reference must point to; null for any.</param>
/// <param name="Conjunction">Of a composite: the parameters that say the same together; null where there are none.</param>
internal sealed record ShapeEnd(string Key, string? Target = null, IReadOnlyList<string>? Conjunction = null);
