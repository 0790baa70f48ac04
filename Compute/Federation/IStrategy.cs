using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>How the updates of a round become the next global state: the server half of a strategy, which also names its client half.</summary>
public interface IStrategy
{
    /// <summary>Its name in <see cref="StrategyCatalog"/>.</summary>
    string Name { get; }

    /// <summary>What nodes do between gradient and step; null for plain local training.</summary>
    IClientStep? ClientStep => null;

    /// <summary>The next global state. Updates have passed <see cref="UpdateGuard"/>.</summary>
    /// <param name="global">The state that the round began with.</param>
    /// <param name="updates">One or more, ordered by node name.</param>
    /// <exception cref="ArgumentException">No update, or one that does not fit the global state.</exception>
    IReadOnlyDictionary<string, torch.Tensor> Aggregate(
        IReadOnlyDictionary<string, torch.Tensor> global, IReadOnlyList<ModelUpdate> updates);
}
