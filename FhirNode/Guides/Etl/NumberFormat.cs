namespace GenoMed.Fhir.Guides.Etl;

/// <summary>How a site writes numbers.</summary>
/// <param name="Point">What stands before the decimals.</param>
/// <param name="Thousands">What groups thousands, or null.</param>
internal sealed record NumberFormat(string Point, string? Thousands)
{
    public static NumberFormat Of(SiteFile? site) => new(site?.Decimal ?? ".", site?.Thousands);

    /// <summary>The same number with a point.</summary>
    public string Plain(string text)
    {
        var grouped = Thousands is { Length: > 0 } separator ? text.Replace(separator, "", StringComparison.Ordinal) : text;
        return Point == "." ? grouped : grouped.Replace(Point, ".", StringComparison.Ordinal);
    }
}
