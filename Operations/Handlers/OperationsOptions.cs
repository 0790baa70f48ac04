using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Operations;

/// <summary>What a node decides about its operations.</summary>
public sealed record OperationsOptions
{
    /// <summary>This node's name; it seeds the node's own randomness in training, so that nodes differ and runs repeat.</summary>
    [Required]
    public string NodeName { get; init; } = "node";

    /// <summary>k: no figure that rests on fewer patients leaves the node. 10 by default; 1 only where exactness is tested.</summary>
    [Range(1, 1000)]
    public int MinimumPatients { get; init; } = 10;

    /// <summary>How many datasets stay in memory, so that the rounds of an experiment read theirs once.</summary>
    [Range(1, 1000)]
    public int CachedDatasets { get; init; } = 8;

    /// <summary>How many trainings and evaluations run at once.</summary>
    [Range(1, 1024)]
    public int ConcurrentJobs { get; init; } = Math.Max(1, Environment.ProcessorCount);
}
