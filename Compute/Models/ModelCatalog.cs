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

    /// <summary>The model where none is asked for: the first line.</summary>
    public static IModel Default => All[0];

    /// <summary>Those that predict a patient's risk; the others generate patients.</summary>
    public static IEnumerable<IModel> Prognostic => All.Where(model => model is not IGenerator);

    /// <summary>The model of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists what there is.</exception>
    public static IModel Find(string name) => All.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException($"No model '{name}'; there are: {string.Join(", ", All.Select(model => model.Name))}.");
}
