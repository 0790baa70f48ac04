using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// FedAdagrad (Reddi, Charles, Zaheer, Garrett, Rush, Konečný, Kumar, McMahan, ICLR 2021, algorithm 2): averaging as a
/// step of Adagrad at the server, with the second moment v ← v + Δ².
/// </summary>
internal sealed class FedAdagrad(AdaptiveOptions options) : IStrategy
{
    private readonly AdaptiveServer _server = new(options, learningRate: 0.1, (v, delta) => v + (delta * delta));

    public string Name => "fedadagrad";

    public bool TakesOnlyTheMean => true;

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) => _server.Begin(model);

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates) => _server.Aggregate(global, updates, Name);
}
