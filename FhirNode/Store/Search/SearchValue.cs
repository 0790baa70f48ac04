namespace GenoMed.Fhir.Store.Search;

/// <summary>One alternative of a clause.</summary>
/// <param name="Prefix">eq, ne, gt, lt, ge, le, sa, eb or ap; null where none was given.</param>
/// <param name="Text">
/// The value as the client wrote it, without prefix. Escapes (<c>\, \| \$ \\</c>) still stand: what they protect
/// depends on the kind; <see cref="SearchText"/> undoes them.
/// </param>
public sealed record SearchValue(string? Prefix, string Text);
