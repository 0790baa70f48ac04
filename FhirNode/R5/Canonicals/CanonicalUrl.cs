namespace GenoMed.Fhir.R5.Canonicals;

/// <summary>A canonical reference: <c>url|version#fragment</c> (R5 references.html#canonical).</summary>
/// <param name="Url">Without version and fragment.</param>
/// <param name="Version">After <c>|</c>, or null for any.</param>
public readonly record struct CanonicalUrl(string Url, string? Version = null)
{
    public static CanonicalUrl Parse(string text)
    {
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var whole = fragment < 0 ? text : text[..fragment];
        var bar = whole.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? new CanonicalUrl(whole) : new CanonicalUrl(whole[..bar], whole[(bar + 1)..]);
    }

    public override string ToString() => Version is null ? Url : $"{Url}|{Version}";
}
