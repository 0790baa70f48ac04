using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>
/// q(z | x) = N(μ, σ²) (Kingma and Welling, ICLR 2014): [n, p] → hidden ReLU → μ and log σ², each [n, latent] and
/// within ±10.
/// </summary>
internal sealed class EncoderModule : nn.Module<Tensor, (Tensor Mean, Tensor LogVariance)>
{
    private readonly nn.Module<Tensor, Tensor> layers;

    private readonly int _latent;

    public EncoderModule(int inputs, VariationalOptions options)
        : base(nameof(EncoderModule))
    {
        _latent = options.Latent;
        layers = nn.Sequential(
            ("hidden", nn.Linear(inputs, options.Hidden)),
            ("activation", nn.ReLU()),
            ("output", nn.Linear(options.Hidden, 2L * options.Latent)));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override (Tensor Mean, Tensor LogVariance) forward(Tensor input)
    {
        // 10·tanh(a/10) is a itself near 0 and keeps exp(log σ²) finite far from it.
        var bounded = (layers.forward(input) * 0.1).tanh() * 10;
        return (bounded.narrow(1, 0, _latent), bounded.narrow(1, _latent, _latent));
    }
}
