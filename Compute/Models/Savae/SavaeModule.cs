using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>
/// SAVAE's networks: one encoder of the covariates, and two decoders of its z, one back to the covariates and one to
/// the Weibull distribution of the time.
/// </summary>
internal sealed class SavaeModule : nn.Module<Tensor, Tensor>
{
    private readonly EncoderModule encoder;
    private readonly DecoderModule covariates;
    private readonly DecoderModule time;

    /// <summary>The weights that read the inputs, [hidden, p].</summary>
    public const string InputTensor = "encoder.layers.hidden.weight";

    /// <param name="inputs">Columns that the encoder reads: p.</param>
    /// <param name="layout">Columns that the decoder gives back.</param>
    /// <param name="options">Widths and dropout.</param>
    public SavaeModule(int inputs, TabularLayout layout, SavaeOptions options)
        : base(nameof(SavaeModule))
    {
        encoder = new EncoderModule(inputs, options);
        covariates = new DecoderModule(CovariateLoss.Outputs(layout), options);
        time = new DecoderModule(2, options);
        RegisterComponents();
    }

    /// <summary>q(z | x) of the covariates [n, p].</summary>
    public (Tensor Mean, Tensor LogVariance) Encode(Tensor input) => encoder.forward(input);

    /// <summary>The covariates' distributions of z [n, latent].</summary>
    public Tensor Covariates(Tensor z) => covariates.forward(z);

    /// <summary>The time's distribution of z: [n, 2].</summary>
    public Tensor Time(Tensor z) => time.forward(z);

    /// <summary>The time's distribution of the covariates, at the mean of z: [n, 2].</summary>
    public override Tensor forward(Tensor input) => Time(Encode(input).Mean);
}
