using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Manager.Loading;

/// <summary>The checking pass's report as a file.</summary>
public static class EtlReportFile
{
    /// <summary>Writes the report as an OperationOutcome.</summary>
    public static Task WriteAsync(string path, EtlReport report, CancellationToken cancellationToken)
        => File.WriteAllBytesAsync(path, report.ToOperationOutcome().Json.ToArray(), cancellationToken);
}
