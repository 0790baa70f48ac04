using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>Rows with their conditions [n, p], judged pac at a time (Lin et al., NeurIPS 2018): → [n / pac, 1].</summary>
internal sealed class DiscriminatorModule : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> layers;

    private readonly long _inputs;

    /// <param name="columns">p</param>
    /// <param name="options">Widths, pac, dropout.</param>
    public DiscriminatorModule(int columns, CtGanOptions options)
        : base(nameof(DiscriminatorModule))
    {
        _inputs = (long)columns * options.Pac;
        layers = nn.Sequential(
            ("linear0", nn.Linear(_inputs, options.Hidden)),
            ("activation0", nn.LeakyReLU(0.2)),
            ("dropout0", nn.Dropout(options.Dropout)),
            ("linear1", nn.Linear(options.Hidden, options.Hidden)),
            ("activation1", nn.LeakyReLU(0.2)),
            ("dropout1", nn.Dropout(options.Dropout)),
            ("output", nn.Linear(options.Hidden, 1)));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => layers.forward(input.reshape(-1, _inputs));
}
