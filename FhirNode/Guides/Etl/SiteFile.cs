using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>
/// How one site writes what the dictionary asks for: a small YAML file beside its CSV. It renames, converts and
/// translates; it cannot add a feature. Whatever it does not say is as the dictionary has it.
/// </summary>
public sealed record SiteFile
{
    /// <summary>Newer formats are refused rather than half understood.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The field separator, one character. Default: found from the file.</summary>
    public string? Separator { get; init; }

    /// <summary>The decimal separator, "." or ",". Default: a point.</summary>
    public string Decimal { get; init; } = ".";

    /// <summary>A separator of thousands, which is left out of numbers. Default: none.</summary>
    public string? Thousands { get; init; }

    /// <summary>The file's encoding: utf-8 (default) or latin1.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>How dates are written, as .NET patterns tried in order. Default: yyyy-MM-dd.</summary>
    public string[] Dates { get; init; } = ["yyyy-MM-dd"];

    /// <summary>Further cells that mean: not known.</summary>
    public string[] Missing { get; init; } = [];

    /// <summary>The column of the patient's identifier. Default: the dictionary's.</summary>
    public string? Identifier { get; init; }

    /// <summary>By the dictionary's column: what this site has for it.</summary>
    public Dictionary<string, SiteColumn> Columns { get; init; } = [];

    /// <summary>Reads a site file.</summary>
    /// <exception cref="OperationProblem">It cannot be read, is not valid, or is of a newer format; the message names file, line and column.</exception>
    public static SiteFile Load(string path)
    {
        if (!File.Exists(path))
        {
            throw OperationProblem.NotFound($"There is no site file '{path}'.");
        }

        return GuideYaml.Load(path, GuideYaml.Parse<SiteFile>).Checked(path);
    }

    private SiteFile Checked(string path)
    {
        var fault = this switch
        {
            { Format: not CurrentFormat } => $"format is {Format}; this version reads {CurrentFormat}",
            { Separator: { Length: not 1 } } => "separator is one character",
            { Decimal: not ("." or ",") } => "decimal is '.' or ','",
            { Encoding: not ("utf-8" or "latin1") } => "encoding is utf-8 or latin1",
            { Dates: [] } => "dates needs a pattern, such as dd.MM.yyyy",
            _ => Columns.Where(column => column.Value.Between is { Length: not 2 }).Select(column => $"between of '{column.Key}' is two columns, the start and the end").FirstOrDefault(),
        };
        return fault is null ? this : throw OperationProblem.Invalid($"{path}: {fault}.");
    }
}
