using GenoMed.Fhir.Compute.Models.BayesianNetwork;
using GenoMed.Fhir.Compute.Models.CtGan;
using GenoMed.Fhir.Compute.Models.DeepSurv;
using GenoMed.Fhir.Compute.Models.Savae;
using GenoMed.Fhir.Compute.Models.VaeBgm;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>Every model there is, one line each.</summary>
public static class ModelCatalog
{
    /// <summary>The models.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        new DeepSurvModel(),
        new SavaeModel(),
        new VaeBgmModel(),
        new CtGanModel(),
        new BayesianNetworkModel(),
    ];

    /// <summary>The model of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists what there is.</exception>
    public static IModel Find(string name) => All.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException($"No model '{name}'; there are: {string.Join(", ", All.Select(model => model.Name))}");
}
