using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>Noise and condition [n, latent + conditions] → two residual blocks → a row's raw columns, [n, width].</summary>
internal sealed class GeneratorModule : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> layers;

    public GeneratorModule(CtGanLayout layout, CtGanOptions options)
        : base(nameof(GeneratorModule))
    {
        var inputs = options.Latent + layout.Conditions;
        layers = nn.Sequential(
            ("block0", new ResidualModule(inputs, options.Hidden)),
            ("block1", new ResidualModule(inputs + options.Hidden, options.Hidden)),
            ("output", nn.Linear(inputs + (2L * options.Hidden), layout.Width)));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => layers.forward(input);
}
