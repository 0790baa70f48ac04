using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Datasets;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>Refuses forms that there are not, and baselines of another guide.</summary>
internal static class QualityReportValidator
{
    public static ReportForm Form(QualityReportInput input) => input.As switch
    {
        null or "parameters" => ReportForm.Parameters,
        "measure-report" => ReportForm.MeasureReport,
        "html" => ReportForm.Html,
        var other => throw ParameterProblem.Invalid("as", $"A report is parameters, measure-report or html, not '{other}'."),
    };

    /// <exception cref="R5.Outcomes.OperationProblem">Unprocessable: the two are of different guides or versions.</exception>
    public static Dataset Comparable(Dataset baseline, Dataset dataset)
        => (baseline.Table.Schema.Guide, baseline.Table.Schema.Version) == (dataset.Table.Schema.Guide, dataset.Table.Schema.Version)
            ? baseline
            : throw ParameterProblem.Unprocessable("baseline", $"The baseline is of {baseline.Table.Schema.Guide} {baseline.Table.Schema.Version}, the dataset of {dataset.Table.Schema.Guide} {dataset.Table.Schema.Version}.");
}
