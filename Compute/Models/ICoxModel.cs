using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// A model of log hazards whose partial likelihood can be followed exactly over several nodes, with two messages a
/// step: each node's sums, then, with the pooled sums, each node's part of the gradient.
/// </summary>
public interface ICoxModel : IModel
{
    /// <summary>The first message: a node's sums at a state, without dropout.</summary>
    /// <exception cref="ArgumentException">The plan, the state or the table does not fit.</exception>
    HazardTable Hazards(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> state, FeatureTable table);

    /// <summary>The second: a node's part of the gradient of the pooled loss, parameter name to tensor; the parts add up.</summary>
    /// <param name="plan">What is trained.</param>
    /// <param name="state">As it was for the sums.</param>
    /// <param name="table">As it was for the sums.</param>
    /// <param name="pooled">The sums over all nodes, this one among them.</param>
    /// <exception cref="ArgumentException">The plan, the state, the table or the sums do not fit.</exception>
    IReadOnlyDictionary<string, torch.Tensor> Gradient(
        ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> state, FeatureTable table, HazardTable pooled);
}
