namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What a site's file has for one column of the dictionary.</summary>
public sealed record SiteColumn
{
    /// <summary>The column's name in the file. Default: the dictionary's.</summary>
    public string? Column { get; init; }

    /// <summary>The UCUM unit of its numbers. Default: what the header says, else the dictionary's.</summary>
    public string? Unit { get; init; }

    /// <summary>Cells that mean not known in this column.</summary>
    public string[] Missing { get; init; } = [];

    /// <summary>The site's spelling to the dictionary's: a category's code, or a number.</summary>
    public Dictionary<string, string> Values { get; init; } = [];

    /// <summary>Two columns with dates; the number is the time from the first to the second, in the feature's unit.</summary>
    public string[]? Between { get; init; }
}
