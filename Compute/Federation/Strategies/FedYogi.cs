using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// FedYogi (Reddi, Charles, Zaheer, Garrett, Rush, Konečný, Kumar, McMahan, ICLR 2021, algorithm 2): averaging as a
/// step of Yogi at the server, with the second moment v ← v - (1 - β2) Δ² sign(v - Δ²).
/// </summary>
internal sealed class FedYogi(AdaptiveOptions options) : IStrategy
{
    private readonly AdaptiveServer _server = new(options, learningRate: 0.01, (v, delta) => v - (delta * delta * (v - (delta * delta)).sign() * (1 - options.Beta2)));

    public string Name => "fedyogi";

    public bool TakesOnlyTheMean => true;

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) => _server.Begin(model);

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates) => _server.Aggregate(global, updates, Name);
}
