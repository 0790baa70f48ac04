using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.Views;

/// <summary>The formats by their names and media types.</summary>
internal static class RowFormat
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ndjson"] = "ndjson",
        ["application/x-ndjson"] = "ndjson",
        ["application/ndjson"] = "ndjson",
        ["json"] = "json",
        ["application/json"] = "json",
        ["csv"] = "csv",
        ["text/csv"] = "csv",
    };

    /// <summary>The parameter first, then what the client accepts, then ndjson (SQL on FHIR, "Content Negotiation").</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">Invalid: the parameter names none of them.</exception>
    public static string Of(string? parameter, IReadOnlyList<string> accept) => parameter is null
        ? accept.Select(type => Names.GetValueOrDefault(type)).FirstOrDefault(name => name is not null) ?? "ndjson"
        : Names.GetValueOrDefault(parameter) ?? throw ParameterProblem.Invalid("_format", $"'{parameter}' is none of ndjson, json, csv.");

    /// <exception cref="R5.Outcomes.OperationProblem">The view has a column that the format cannot carry.</exception>
    public static IRowWriter Writer(string format, IReadOnlyList<ViewColumn> columns, bool withHeader)
        => format == "csv" ? new CsvRowWriter(columns, withHeader) : new JsonRowWriter(columns, asArray: format == "json");
}
