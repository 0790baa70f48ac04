using GenoMed.Fhir.Compute.Models.Data;
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

    /// <summary>
    /// Rows that the gradients see beside the node's own, invented patients of another node's generator; null for none.
    /// They are no patients: number of examples, frequencies, mixtures and every other sum are of the node's own rows
    /// alone. Only models that <see cref="IModel.TakesInventedRows"/> get them.
    /// </summary>
    public FeatureTable? Invented { get; init; }

    /// <summary>k: a model whose state is counts tells none of 1..k-1 patients. 1 tells all, where exactness is tested.</summary>
    public int MinimumPatients { get; init; } = 1;

    /// <exception cref="ArgumentException">Round or epochs are below 1.</exception>
    internal void Validate()
    {
        if (Round < 1 || Epochs < 1 || MinimumPatients < 1)
        {
            throw new ArgumentException($"Expected a round, epochs and a minimum of patients of 1 or more, got round {Round}, epochs {Epochs}, minimum {MinimumPatients}.");
        }
    }
}
