using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary>Reads the view and the format.</summary>
internal static class ViewDefinitionRunValidator
{
    /// <exception cref="R5.Outcomes.OperationProblem">Not a ViewDefinition, or not a valid one.</exception>
    public static ViewRunner Runner(ViewDefinitionRunInput input)
        => input.ViewResource.ResourceType == "ViewDefinition"
            ? new ViewRunner(ViewDefinition.Parse(input.ViewResource.Element))
            : throw ParameterProblem.Invalid("viewResource", $"Expected a ViewDefinition, got {input.ViewResource.ResourceType}.");

    public static IRowWriter Writer(string? format, IReadOnlyList<ViewColumn> columns) => format switch
    {
        null or "ndjson" or "application/x-ndjson" or "application/ndjson" => new JsonRowWriter(columns, asArray: false),
        "json" or "application/json" => new JsonRowWriter(columns, asArray: true),
        "csv" or "text/csv" => new CsvRowWriter(columns),
        _ => throw ParameterProblem.Invalid("_format", $"'{format}' is none of ndjson, json, csv."),
    };
}
