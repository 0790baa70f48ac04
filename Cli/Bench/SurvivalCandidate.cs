using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Benchmarks;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary>A recipe with something changed, to be compared inside the training part.</summary>
internal sealed record SurvivalCandidate
{
    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>What is changed, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Replaces the recipe's <see cref="SurvivalRecipe.Ranks"/>; null to leave it.</summary>
    public bool? Ranks { get; init; }

    /// <summary>Options that replace the recipe's.</summary>
    public JsonObject Options { get; init; } = [];

    public SurvivalRecipe Of(SurvivalRecipe recipe)
    {
        var options = (JsonObject)recipe.Options.DeepClone();
        foreach (var (name, value) in Options)
        {
            options[name] = value?.DeepClone();
        }

        return recipe with { Options = options, Ranks = Ranks ?? recipe.Ranks };
    }
}
