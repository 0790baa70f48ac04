using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>Generator and discriminator, and what is known of the patients' columns as buffers of float64.</summary>
internal sealed class CtGanModule : nn.Module<Tensor, Tensor>
{
    private readonly GeneratorModule generator;
    private readonly DiscriminatorModule discriminator;
    private readonly Dictionary<string, Tensor> _summary;

    public CtGanModule(CtGanLayout layout, CtGanOptions options)
        : base(nameof(CtGanModule))
    {
        generator = new GeneratorModule(layout, options);
        discriminator = new DiscriminatorModule(layout.Width + layout.Conditions, options);
        long[] modes = [layout.Table.Numbers, layout.Modes];
        _summary = new Dictionary<string, Tensor>
        {
            ["mode_shares"] = zeros(modes, float64),
            ["mode_sums"] = zeros(modes, float64),
            ["mode_squares"] = zeros(modes, float64),
            ["frequencies"] = zeros([layout.Conditions], float64),
            ["patients"] = zeros([1], float64),
        };
        foreach (var (name, tensor) in _summary)
        {
            register_buffer(name, tensor);
        }

        RegisterComponents();
    }

    public DiscriminatorModule Discriminator => discriminator;

    public GeneratorModule Generator => generator;

    public TableSummary Summary => new(
        Numbers("mode_shares"), Numbers("mode_sums"), Numbers("mode_squares"), Numbers("frequencies"), Numbers("patients")[0]);

    /// <summary>Noise and condition to raw columns.</summary>
    public override Tensor forward(Tensor input) => generator.forward(input);

    public void Keep(TableSummary summary)
    {
        Write("mode_shares", summary.Shares);
        Write("mode_sums", summary.Sums);
        Write("mode_squares", summary.Squares);
        Write("frequencies", summary.Frequencies);
        Write("patients", [summary.Patients]);
    }

    private double[] Numbers(string name) => _summary[name].data<double>().ToArray();

    private void Write(string name, double[] values)
    {
        using var detached = no_grad();
        _summary[name].copy_(tensor(values, _summary[name].shape));
    }
}
