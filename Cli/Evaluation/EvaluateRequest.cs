using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Cli.Evaluation;

/// <summary>What <c>genomed evaluate</c> was asked for.</summary>
internal sealed record EvaluateRequest
{
    /// <summary>Folder of a registered generator; null where the rows are in a file.</summary>
    public string? Model { get; init; }

    /// <summary>How many are drawn of the model; null for as many as it was trained on.</summary>
    public int? Count { get; init; }

    /// <summary>The CSV; null where the model draws.</summary>
    public string? Synthetic { get; init; }

    public string? Guide { get; init; }

    public string? Outcome { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<SafePart> Parts { get; init; }

    public string? Federation { get; init; }

    /// <summary>Compare at the node outside the federation instead of the hospitals.</summary>
    public bool Reference { get; init; }

    public string? Cohort { get; init; }

    public string? HoldOutCohort { get; init; }

    public string? Real { get; init; }

    public string? HoldOut { get; init; }

    public required int MinimumPatients { get; init; }

    public string? Report { get; init; }

    public string? MeasureReport { get; init; }

    public string? Json { get; init; }

    public Uri? To { get; init; }

    public string? Library { get; init; }

    public required string Client { get; init; }

    public string? ClientKey { get; init; }
}
