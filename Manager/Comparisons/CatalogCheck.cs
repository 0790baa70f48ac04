using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>Looks a model and a strategy up before anything is started for them.</summary>
public static class CatalogCheck
{
    /// <summary>What is wrong with the names, listing what there is; null when both are known.</summary>
    public static string? Fault(string model, string strategy)
    {
        try
        {
            ModelCatalog.Find(model);
            StrategyCatalog.Find(strategy);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
