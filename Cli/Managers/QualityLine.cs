using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>A data set's quality report in one line; the whole report is the node's $quality-report.</summary>
internal static class QualityLine
{
    public static string Of(DatasetExtracted data)
    {
        var missing = data.Features.Sum(feature => (long)(feature.Missing ?? 0));
        var outOfRange = data.Features.Sum(feature => (long)(feature.OutOfRange ?? 0));
        return $"  {data.Node,-18} data set {data.Dataset,-26} {data.Rows,6} rows {missing,7} missing {outOfRange,5} out of range";
    }
}
