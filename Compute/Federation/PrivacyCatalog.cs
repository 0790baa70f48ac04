using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Privacy;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Every privacy step there is, one line each; each wraps a strategy.</summary>
public static class PrivacyCatalog
{
    private static readonly Dictionary<string, Func<JsonObject, IStrategy, IStrategy>> Steps = new()
    {
        ["dpsgd"] = (options, inner) => new ExampleGaussian(StrategyOptions.Read<ExampleGaussianOptions>(options), inner),
        ["gaussian"] = (options, inner) => new GaussianMechanism(StrategyOptions.Read<GaussianOptions>(options), inner),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => Steps.Keys;

    /// <summary>A strategy inside a privacy step.</summary>
    /// <exception cref="ArgumentException">There is no such step, and the message lists what there is; an option is unknown or out of range; or the step does not suit the strategy.</exception>
    public static IStrategy Wrap(PrivacyPlan plan, IStrategy inner) => Steps.TryGetValue(plan.Name, out var wrap)
        ? wrap(plan.Options, inner)
        : throw new ArgumentException($"No privacy step '{plan.Name}'; there are: {string.Join(", ", Names)}");
}
