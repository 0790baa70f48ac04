using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>How the clinical use of synthetic patients is measured.</summary>
public sealed record ClinicalReportOptions
{
    /// <summary>Default of <see cref="MinimumPatients"/>.</summary>
    public const int LeastPatients = 60;

    /// <summary>Gives the network's weights and the mock trials' arms.</summary>
    public long Seed { get; init; }

    /// <summary>Passes of DeepSurv over its training patients.</summary>
    [Range(1, 1000)]
    public int Epochs { get; init; } = SurvivalTransfer.DefaultEpochs;

    /// <summary>Mock trials of each effect; 0 for none.</summary>
    [Range(0, 200)]
    public int Trials { get; init; } = 10;

    /// <summary>The hazard ratio of the treatment that mock trials plant, beside those of one that does nothing.</summary>
    [Range(0.2, 0.95)]
    public double PlantedHazardRatio { get; init; } = 0.6;

    /// <summary>Fewer patients with a known outcome than this are not measured; so few held-out patients are left aside.</summary>
    [Range(40, 10_000)]
    public int MinimumPatients { get; init; } = LeastPatients;
}
