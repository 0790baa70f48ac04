using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.VaeBgm;

/// <summary>A variational autoencoder of all columns, and what is known of its patients' latent codes as buffers of float64.</summary>
internal sealed class VaeBgmModule : nn.Module<Tensor, Tensor>
{
    private readonly EncoderModule encoder;
    private readonly DecoderModule decoder;
    private readonly Dictionary<string, Tensor> _summary;

    public VaeBgmModule(TabularLayout layout, VaeBgmOptions options)
        : base(nameof(VaeBgmModule))
    {
        encoder = new EncoderModule(layout.Width, options);
        decoder = new DecoderModule(CovariateLoss.Outputs(layout), options);
        var (k, l) = (options.Components, options.Latent);
        _summary = new Dictionary<string, Tensor>
        {
            ["mixture_shares"] = zeros([k], float64),
            ["mixture_sums"] = zeros([k, l], float64),
            ["mixture_products"] = zeros([k, l, l], float64),
            ["latent_log_variance"] = zeros([l], float64),
            ["patients"] = zeros([1], float64),
        };
        foreach (var (name, tensor) in _summary)
        {
            register_buffer(name, tensor);
        }

        RegisterComponents();
    }

    public LatentSummary Summary => new(
        Numbers("mixture_shares"), Numbers("mixture_sums"), Numbers("mixture_products"), Numbers("latent_log_variance"), Numbers("patients")[0]);

    public (Tensor Mean, Tensor LogVariance) Encode(Tensor input) => encoder.forward(input);

    /// <summary>The distributions of all columns, of z [n, latent].</summary>
    public Tensor Decode(Tensor z) => decoder.forward(z);

    /// <summary>The distributions of all columns, at the mean of z.</summary>
    public override Tensor forward(Tensor input) => Decode(Encode(input).Mean);

    public void Keep(LatentSummary summary)
    {
        Write("mixture_shares", summary.Shares);
        Write("mixture_sums", summary.Sums);
        Write("mixture_products", summary.Products);
        Write("latent_log_variance", summary.LogVariance);
        Write("patients", [summary.Patients]);
    }

    private double[] Numbers(string name) => _summary[name].data<double>().ToArray();

    private void Write(string name, double[] values)
    {
        using var detached = no_grad();
        _summary[name].copy_(tensor(values, _summary[name].shape));
    }
}
