namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Survival of one group, read at the plan's times.</summary>
public sealed record SurvivalArm
{
    /// <summary>Patients with a known outcome.</summary>
    public required long Patients { get; init; }

    /// <summary>Events up to the horizon.</summary>
    public required long Events { get; init; }

    /// <summary>S at each time of the plan, 0..1.</summary>
    public required IReadOnlyList<double> Survival { get; init; }

    /// <summary>Lower limits of S, from Greenwood's variance on the log scale.</summary>
    public required IReadOnlyList<double> Lower { get; init; }

    /// <summary>Upper limits of S, at most 1.</summary>
    public required IReadOnlyList<double> Upper { get; init; }

    /// <summary>Mean survival up to the horizon (the area under S), in the outcome's unit.</summary>
    public required double RestrictedMean { get; init; }

    /// <summary>Its standard error: √ Σ A_j² d_j / (n_j (n_j - d_j)), A_j the area from time j to the horizon.</summary>
    public required double RestrictedMeanError { get; init; }
}
