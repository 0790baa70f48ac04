using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>A generator as the figure measures it: by the settings that the model itself has for a schedule, which are the demo's too.</summary>
/// <param name="Name">Its key in the result.</param>
/// <param name="Model">The model's name in the catalogue.</param>
/// <param name="Strategy">How nodes are brought together.</param>
/// <param name="MinimumPatients">k of the nodes: what a network's counts may tell.</param>
internal sealed record SyntheticEntry(string Name, string Model, string Strategy, int MinimumPatients = 10)
{
    /// <summary>Rounds of training, as in the paper.</summary>
    public const int Rounds = 5;

    /// <summary>One line a generator. Settings were chosen on splits 1 to 3, which are not reported.</summary>
    public static IReadOnlyList<SyntheticEntry> All { get; } =
    [
        new("bayesian-network", "bayesian-network", "sum", MinimumPatients: 1),
        new("vae-bgm", "vae-bgm", "fedavg"),
        new("ctgan", "ctgan", "fedavg"),
        new("bayesian-network-k10", "bayesian-network", "sum"),
    ];

    /// <summary>Exchanges, options and epochs a round.</summary>
    public TrainingSchedule Schedule { get; } = ((IGenerator)ModelCatalog.Find(Model)).Schedule([], Rounds);

    /// <summary>The options that are not the model's defaults.</summary>
    public JsonObject Options
    {
        get
        {
            var defaults = ModelCatalog.Find(Model).ResolveOptions([]);
            return new(Schedule.Options.Where(option => !JsonNode.DeepEquals(option.Value, defaults[option.Key])).Select(option => KeyValuePair.Create(option.Key, option.Value?.DeepClone())));
        }
    }

    public static SyntheticEntry Find(string name) => All.First(entry => entry.Name == name);
}
