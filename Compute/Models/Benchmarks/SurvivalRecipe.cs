using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>How a survival model is trained on a published table.</summary>
public sealed record SurvivalRecipe
{
    /// <summary>The model's name in <see cref="ModelCatalog"/>.</summary>
    public required string Model { get; init; }

    /// <summary>The model's own options.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>Epochs at most; the options may stop earlier.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Networks whose predictions are averaged; each has its own seed and so its own held-out rows.</summary>
    public int Members { get; init; } = 1;

    /// <summary>True for <see cref="RankPreparation"/>; else columns are typed and scaled as they are.</summary>
    public bool Ranks { get; init; }

    /// <summary>True for Antolini's concordance of the survival curves; else Harrell's of the risk.</summary>
    public bool Curves { get; init; }
}
