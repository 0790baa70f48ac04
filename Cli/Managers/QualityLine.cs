using System.Globalization;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>A data set's quality report in one line; the whole report is the node's $quality-report.</summary>
internal static class QualityLine
{
    public static string Of(DatasetExtracted data) => string.Create(CultureInfo.InvariantCulture,
        $"  {data.Node,-16} {data.Rows,5} patients, {data.Inputs} inputs: {MissingShare(data):0.0} % of values missing{(data.NotTold > 0 ? $" ({data.NotTold} {(data.NotTold == 1 ? "input" : "inputs")} not told)" : "")}, {data.OutOfRange} out of range");

    private static double MissingShare(DatasetExtracted data) => data.Rows == 0 || data.Inputs == data.NotTold ? 0 : 100.0 * data.Missing / ((long)data.Rows * (data.Inputs - data.NotTold));
}
