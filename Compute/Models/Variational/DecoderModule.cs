using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>z [n, latent] → hidden ReLU, dropout → the parameters of a distribution, [n, outputs], unbounded.</summary>
internal sealed class DecoderModule : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> layers;

    public DecoderModule(int outputs, VariationalOptions options)
        : base(nameof(DecoderModule))
    {
        layers = nn.Sequential(
            ("hidden", nn.Linear(options.Latent, options.Hidden)),
            ("activation", nn.ReLU()),
            ("dropout", nn.Dropout(options.Dropout)),
            ("output", nn.Linear(options.Hidden, outputs)));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => layers.forward(input);
}
