using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.ViewDefinitionExport;

/// <summary>The manifest of an export of views.</summary>
public sealed record ViewDefinitionExportOutput
{
    /// <summary>The job's id.</summary>
    public required string ExportId { get; init; }

    /// <summary>As the client gave it.</summary>
    public string? ClientTrackingId { get; init; }

    /// <summary><c>completed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Where the job is polled.</summary>
    public required string Location { get; init; }

    /// <summary>Where DELETE removes the files.</summary>
    public string? CancelUrl { get; init; }

    /// <summary>The format of the files.</summary>
    [JsonPropertyName("_format")]
    public string? Format { get; init; }

    /// <summary>The instant as of which the data are.</summary>
    public string? ExportStartTime { get; init; }

    /// <summary>When the files were complete.</summary>
    public string? ExportEndTime { get; init; }

    /// <summary>Seconds between the two.</summary>
    public int? ExportDuration { get; init; }

    /// <summary>The views.</summary>
    [JsonPropertyName("output")]
    public IReadOnlyList<ExportedTable> Outputs { get; init; } = [];
}
