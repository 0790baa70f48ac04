using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>Looks a model and a strategy up before anything is started for them.</summary>
public static class CatalogCheck
{
    /// <summary>The models that a comparison can be about, for people.</summary>
    public static string Models => string.Join(", ", ModelCatalog.Prognostic.Select(model => model.Name));

    /// <summary>The strategies, for people.</summary>
    public static string Strategies => string.Join(", ", StrategyCatalog.Names);

    /// <summary>The model where none is asked for.</summary>
    public static string DefaultModel => ModelCatalog.Default.Name;

    /// <summary>The strategy where none is asked for.</summary>
    public static string DefaultStrategy => StrategyCatalog.Default;

    /// <summary>What is wrong with the names, listing what there is; null when both are known and the model predicts a risk.</summary>
    public static string? Fault(string model, string strategy)
    {
        try
        {
            StrategyCatalog.Find(strategy);
            return ModelCatalog.Prognostic.Contains(ModelCatalog.Find(model))
                ? null
                : $"Model '{model}' generates patients and predicts no risk; those that do: {Models}.";
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
