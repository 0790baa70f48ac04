using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>A model that gives each patient's whole survival curve, as Antolini's concordance and the Brier score ask for.</summary>
public interface ISurvivalModel : IModel
{
    /// <summary>S(t | x), [n × times] row-major, each in 0..1.</summary>
    /// <param name="plan">What was trained.</param>
    /// <param name="state">The trained state.</param>
    /// <param name="table">The patients.</param>
    /// <param name="times">In the unit of the plan's outcome, 0 or more.</param>
    /// <exception cref="ArgumentException">The plan, the state or the table does not fit.</exception>
    double[] PredictSurvival(
        ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> state, FeatureTable table, IReadOnlyList<double> times);
}
