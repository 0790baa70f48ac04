using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>Looks a model and a strategy up before anything is started for them.</summary>
public static class CatalogCheck
{
    private const string ShortNetwork = "bn";

    /// <summary>The models that a comparison can be about, for people.</summary>
    public static string Models => string.Join(", ", ModelCatalog.All.Select(model => model.Name));

    /// <summary>The strategies, for people.</summary>
    public static string Strategies => string.Join(", ", StrategyCatalog.Names);

    /// <summary>The model where none is asked for.</summary>
    public static string DefaultModel => ModelCatalog.Default.Name;

    /// <summary>The strategy of most models.</summary>
    public static string DefaultStrategy => StrategyCatalog.Default;

    /// <summary>The model of a name that people type: <c>bn</c> is the Bayesian network.</summary>
    public static string ModelNamed(string typed) => typed == ShortNetwork
        ? ModelCatalog.All.Single(model => model.AddsUp).Name
        : typed;

    /// <summary>True where the model invents patients and is judged by them; false also where there is no such model.</summary>
    public static bool Generates(string model) => ModelCatalog.All.Any(one => one.Name == model && one is IGenerator);

    /// <summary>The strategy of a model where none is asked for.</summary>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public static string StrategyFor(string model) => StrategyCatalog.DefaultFor(ModelCatalog.Find(model));

    /// <summary>What is wrong with the names, listing what there is; null when both are known and suit each other.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="strategy">The strategy's; null for the model's own.</param>
    public static string? Fault(string model, string? strategy)
    {
        try
        {
            var found = ModelCatalog.Find(model);
            var name = strategy ?? StrategyCatalog.DefaultFor(found);
            return StrategyCatalog.Find(name).Misfit(found)
                ?? (found.AddsUp && name != StrategyCatalog.DefaultFor(found) ? $"Model '{model}' counts patients: its strategy is '{StrategyCatalog.DefaultFor(found)}', not '{name}'." : null);
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
