using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>What a person asks for; scaler and plan follow from the nodes' statistics.</summary>
public sealed record FederatedRunRequest
{
    /// <summary>A name for people, part of the run's id.</summary>
    public required string Name { get; init; }

    /// <summary>The guide's features.</summary>
    public required FeatureSchema Schema { get; init; }

    /// <summary>Names of the model's inputs; empty for all features of role input.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Name of the time-to-event feature.</summary>
    public required string Outcome { get; init; }

    /// <summary>The model's name in the catalogue.</summary>
    public string Model { get; init; } = ModelCatalog.Default.Name;

    /// <summary>The model's own options.</summary>
    public JsonObject ModelOptions { get; init; } = [];

    /// <summary>How updates become the next weights.</summary>
    public StrategyPlan Strategy { get; init; } = new(StrategyCatalog.Default);

    /// <summary>The privacy step around the strategy; null for none.</summary>
    public PrivacyPlan? Privacy { get; init; }

    /// <summary>Which nodes take part in a round; null for all.</summary>
    public NodeSampling? Sampling { get; init; }

    /// <summary>Rounds, 1 or more.</summary>
    public int Rounds { get; init; } = 60;

    /// <summary>Epochs at each node in each round, 1 or more.</summary>
    public int LocalEpochs { get; init; } = 1;

    /// <summary>A round goes on while this many updates come; null for all nodes but one (at least one).</summary>
    public int? MinimumNodes { get; init; }

    /// <summary>All randomness comes from here.</summary>
    public long Seed { get; init; }
}
