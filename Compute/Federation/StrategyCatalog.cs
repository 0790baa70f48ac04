using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Strategies;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Every aggregation strategy there is, one line each.</summary>
public static class StrategyCatalog
{
    /// <summary>The strategy where none is asked for, and that of a node that trains alone.</summary>
    public const string Default = "fedavg";

    private static readonly Dictionary<string, Func<JsonObject, IStrategy>> Strategies = new()
    {
        ["fedavg"] = options => new FedAvg(StrategyOptions.Read<AveragingOptions>(options)),
        ["fedprox"] = options => new FedProx(StrategyOptions.Read<FedProxOptions>(options)),
        ["fedadam"] = options => new FedAdam(StrategyOptions.Read<AdaptiveOptions>(options)),
        ["fedyogi"] = options => new FedYogi(StrategyOptions.Read<AdaptiveOptions>(options)),
        ["fedadagrad"] = options => new FedAdagrad(StrategyOptions.Read<AdaptiveOptions>(options)),
        ["scaffold"] = options => new Scaffold(StrategyOptions.Read<ScaffoldOptions>(options)),
        ["fednova"] = options => new FedNova(StrategyOptions.Read<AveragingOptions>(options)),
        ["median"] = options => StrategyOptions.None(options, new CoordinateMedian()),
        ["trimmedmean"] = options => new TrimmedMean(StrategyOptions.Read<TrimmedMeanOptions>(options)),
        ["krum"] = options => new Krum("krum", StrategyOptions.Read<KrumOptions>(options) with { Selected = 1 }),
        ["multikrum"] = options => new Krum("multikrum", StrategyOptions.Read<KrumOptions>(options)),
        ["sum"] = options => StrategyOptions.None(options, new Sum()),
        ["similarity"] = options => new Similarity(StrategyOptions.Read<SimilarityOptions>(options)),
        ["syntheticsharing"] = options => new SyntheticSharing(StrategyOptions.Read<SyntheticSharingOptions>(options)),
        ["featurewise"] = options => new FeatureWise(Find(StrategyOptions.Read<FeatureWiseOptions>(options).Inner)),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => Strategies.Keys;

    /// <summary>The strategy of a model where none is asked for: counts are added up, weights averaged.</summary>
    public static string DefaultFor(IModel model) => model.AddsUp ? "sum" : Default;

    /// <summary>The strategy of that name with its options.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its own options; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is none, and the message lists what there is; or an option is unknown or out of range.</exception>
    public static IStrategy Find(string name, JsonObject? options = null) => Strategies.TryGetValue(name, out var create)
        ? create(options ?? [])
        : throw new ArgumentException($"No strategy '{name}'; there are: {string.Join(", ", Names)}");

    /// <summary>The names of those that suit a model.</summary>
    public static IEnumerable<string> Suiting(IModel model) => Names.Where(name => Find(name).Misfit(model) is null);

    /// <summary>Throws unless a strategy suits a model.</summary>
    /// <exception cref="ArgumentException">It does not; the message says which would.</exception>
    public static void Require(IStrategy strategy, IModel model)
    {
        if (strategy.Misfit(model) is { } reason)
        {
            throw new ArgumentException(reason);
        }
    }

    /// <summary>The strategy of that name with its options.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Find(string, JsonObject?)"/>.</exception>
    public static IStrategy Find(StrategyPlan plan) => Find(plan.Name, plan.Options);

    /// <summary>The strategy of a training plan, inside its privacy step where it has one.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Find(string, JsonObject?)"/>; or the privacy step is unknown or does not suit the strategy.</exception>
    public static IStrategy Find(TrainingPlan plan)
    {
        var strategy = Find(plan.Strategy);
        return plan.Privacy is { } privacy ? PrivacyCatalog.Wrap(privacy, strategy) : strategy;
    }
}
