using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>A data set's quality report in one line; the whole report is the node's $quality-report.</summary>
internal static class QualityLine
{
    public static string Of(DatasetExtracted data)
        => $"  {data.Node,-18} data set {data.Dataset,-26} {data.Rows,6} rows {data.Missing,7} missing {data.OutOfRange,5} out of range";
}
