using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// The client half of an aggregation strategy: changes the gradients of a mini-batch after the backward pass and
/// before the optimiser's step (FedProx adds μ (w - w_global), SCAFFOLD its control variates).
/// </summary>
public interface IClientStep
{
    /// <summary>Changes the gradients in place.</summary>
    /// <param name="parameters">The parameters by name, each with its gradient.</param>
    /// <param name="global">The state that the round began with.</param>
    void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global);
}
