using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.ViewDefinitionExport;

/// <summary>An export of views, understood.</summary>
/// <param name="Views">By the name of their output, in order.</param>
/// <param name="Filter">Over which resources.</param>
/// <param name="Format">ndjson or csv.</param>
/// <param name="WithHeader">Whether CSV files begin with the columns' names.</param>
internal sealed record ViewDefinitionExportRequest(IReadOnlyList<KeyValuePair<string, ViewDefinition>> Views, ViewFilter Filter, string Format, bool WithHeader)
{
    /// <summary>The ending of the files' names.</summary>
    public string Extension => Format == "csv" ? ".csv" : ".rows.ndjson";
}
