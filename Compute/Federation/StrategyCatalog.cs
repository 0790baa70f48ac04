using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Strategies;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Every aggregation strategy there is, one line each.</summary>
public static class StrategyCatalog
{
    private static readonly Dictionary<string, Func<JsonObject, IStrategy>> Strategies = new()
    {
        ["fedavg"] = options => StrategyOptions.None(options, new FedAvg()),
        ["fedprox"] = options => new FedProx(StrategyOptions.Read<FedProxOptions>(options)),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => Strategies.Keys;

    /// <summary>The strategy of that name with its options.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its own options; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is none, and the message lists what there is; or an option is unknown or out of range.</exception>
    public static IStrategy Find(string name, JsonObject? options = null) => Strategies.TryGetValue(name, out var create)
        ? create(options ?? [])
        : throw new ArgumentException($"No strategy '{name}'; there are: {string.Join(", ", Names)}");

    /// <summary>The strategy of a plan.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Find(string, JsonObject?)"/>.</exception>
    public static IStrategy Find(StrategyPlan plan) => Find(plan.Name, plan.Options);
}
