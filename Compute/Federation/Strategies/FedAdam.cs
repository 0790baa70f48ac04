using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// FedAdam (Reddi, Charles, Zaheer, Garrett, Rush, Konečný, Kumar, McMahan, ICLR 2021, algorithm 2): averaging as a
/// step of Adam at the server, with the second moment v ← β2 v + (1 - β2) Δ².
/// </summary>
internal sealed class FedAdam(AdaptiveOptions options) : IStrategy
{
    private readonly AdaptiveServer _server = new(options, learningRate: 0.01, (v, delta) => (v * options.Beta2) + (delta * delta * (1 - options.Beta2)));

    public string Name => "fedadam";

    public bool TakesOnlyTheMean => true;

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) => _server.Begin(model);

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates) => _server.Aggregate(global, updates, Name);
}
