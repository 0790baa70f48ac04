using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>A data set's quality report in one line; the whole report is the node's $quality-report.</summary>
internal static class QualityLine
{
    public static string Of(DatasetExtracted data)
        => $"  {data.Node,-16} {data.Rows,5} rows {data.Missing,6} missing {data.OutOfRange,4} out of range  {data.Dataset}";
}
