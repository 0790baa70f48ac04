using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>What is trained, on which features, from which seed: the same at every node.</summary>
public sealed record ModelPlan
{
    /// <summary>The model's name in <see cref="ModelCatalog"/>.</summary>
    public required string Model { get; init; }

    /// <summary>The features as the plan's author knows them; nodes refuse a dictionary that differs on an input.</summary>
    public required FeatureSchema Schema { get; init; }

    /// <summary>Names of the inputs, in the order of their columns.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Name of the time-to-event feature that is predicted.</summary>
    public required string Outcome { get; init; }

    /// <summary>The scale of each input.</summary>
    public FeatureScaler Scaler { get; init; } = FeatureScaler.None;

    /// <summary>The model's own options; what is left out has the model's default.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>All randomness comes from here.</summary>
    public long Seed { get; init; }

    /// <summary>The encoding that this plan fixes.</summary>
    /// <exception cref="ArgumentException">The inputs do not fit the schema.</exception>
    public FeatureEncoding CreateEncoding() => new(Schema, Inputs, Scaler);
}
