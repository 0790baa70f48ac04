namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A header cell: the column's name and the unit that it may declare, as in <c>HB [g/L]</c>.</summary>
internal readonly record struct ColumnHeader(string Name, string? Unit)
{
    public static ColumnHeader Parse(string cell)
    {
        var text = cell.Trim();
        var open = text.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && text[^1] == ']'
            ? new ColumnHeader(text[..open].TrimEnd(), text[(open + 1)..^1].Trim())
            : new ColumnHeader(text, null);
    }
}
