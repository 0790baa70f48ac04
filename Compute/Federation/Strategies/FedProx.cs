using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// FedProx (Li, Sahu, Zaheer, Sanjabi, Talwalkar, Smith, MLSys 2020): each node minimises
/// F_k(w) + (μ/2) ‖w - w_global‖², the server averages as FedAvg does.
/// </summary>
internal sealed class FedProx(FedProxOptions options) : IStrategy
{
    private readonly FedAvg _average = new(options);

    public string Name => "fedprox";

    public bool TakesOnlyTheMean => true;

    public IClientHalf? CreateClientHalf(ClientContext context) => new ProximalStep(options.Mu);

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates) => _average.Aggregate(global, updates);

    /// <summary>The gradient of the proximal term: μ (w - w_global).</summary>
    private sealed class ProximalStep(double mu) : IClientHalf
    {
        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global)
        {
            foreach (var (name, parameter) in parameters)
            {
                parameter.grad?.add_((parameter.detach() - global[name]) * mu);
            }
        }

        public ClientResult Finish(TrainResult result) => new(result, StrategyTensors.None.Returned);
    }
}
