namespace GenoMed.Fhir.Store.Search;

/// <summary>One alternative of a clause.</summary>
/// <param name="Prefix">
/// eq, ne, gt, lt, ge, le, sa, eb or ap; null where none was given. A filter's operators stand here too: po and co for dates;
/// eq, ne, co, sw, ew, gt, lt, ge and le for strings and URIs.
/// </param>
/// <param name="Text">
/// The value as the client wrote it, without prefix. Escapes (<c>\, \| \$ \\</c>) still stand: what they protect
/// depends on the kind; <see cref="SearchText"/> undoes them.
/// </param>
public sealed record SearchValue(string? Prefix, string Text)
{
    /// <summary>Splits the prefix off where values of the kind have one: the letters that they begin with.</summary>
    public static SearchValue Parse(SearchKind kind, string text)
    {
        var letters = kind is SearchKind.Date or SearchKind.Number or SearchKind.Quantity ? text.TakeWhile(char.IsAsciiLetter).Count() : 0;
        return letters == 0 ? new SearchValue(null, text) : new SearchValue(text[..letters], text[letters..]);
    }
}
