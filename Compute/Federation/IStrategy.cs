using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Privacy;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>
/// An aggregation strategy, both halves: what a node does while it trains, and how the updates of a round become the
/// next global state. It holds nothing between rounds; what must last lies in <see cref="RoundState"/>, which the
/// manager saves with the weights, so that a run that was stopped goes on with the same bytes.
/// </summary>
public interface IStrategy
{
    /// <summary>Its name in <see cref="StrategyCatalog"/>.</summary>
    string Name { get; }

    /// <summary>
    /// True where the aggregate depends on the updates through their mean alone, so that noise on the mean protects
    /// them all (<see cref="Federation.Privacy.GaussianMechanism"/>).
    /// </summary>
    bool TakesOnlyTheMean => false;

    /// <summary>Why the strategy does not suit a model, in a sentence; null where it does.</summary>
    string? Misfit(IModel model) => null;

    /// <summary>True where nodes train on invented rows of another node's generator, whose own patients no step at this node protects.</summary>
    bool InventsRows => false;

    /// <summary>What a node's training has to keep for each patient; null for nothing.</summary>
    ExamplePrivacy? Privacy => null;

    /// <summary>The strategy's own tensors before the first round; also their names and shapes. None by default.</summary>
    /// <param name="plan">What is trained.</param>
    /// <param name="model">A state of the model; only its names, shapes and types count.</param>
    StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) => StrategyTensors.None;

    /// <summary>A node's half in one round; null for plain local training.</summary>
    /// <exception cref="ArgumentException">What the node received does not fit.</exception>
    IClientHalf? CreateClientHalf(ClientContext context) => null;

    /// <summary>The next global state. Updates have passed <see cref="UpdateGuard"/>.</summary>
    /// <param name="global">The state that the round began with.</param>
    /// <param name="updates">One or more, in any order; the same updates give the same bytes.</param>
    /// <exception cref="ArgumentException">No update, or one that does not fit the global state.</exception>
    RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates);
}
