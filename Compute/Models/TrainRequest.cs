using GenoMed.Fhir.Compute.Models.Privacy;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>One node's part of one round.</summary>
public sealed record TrainRequest
{
    /// <summary>The round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>Passes over the node's rows, 1 or more.</summary>
    public required int Epochs { get; init; }

    /// <summary>The node's name; with plan and round it fixes the order of rows and the dropout masks.</summary>
    public required string Node { get; init; }

    /// <summary>The client half of a strategy; null where it has none.</summary>
    public IClientStep? ClientStep { get; init; }

    /// <summary>What has to be kept for each patient; null for nothing. Only models that decompose over patients get it.</summary>
    public ExamplePrivacy? Privacy { get; init; }

    /// <exception cref="ArgumentException">Round or epochs are below 1.</exception>
    internal void Validate()
    {
        if (Round < 1 || Epochs < 1)
        {
            throw new ArgumentException($"Expected a round and epochs of 1 or more, got round {Round}, epochs {Epochs}.");
        }
    }
}
