namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>What a quality report is written as.</summary>
internal enum ReportForm
{
    Parameters,
    MeasureReport,
    Html,
}
