using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>h → concat(ReLU(BN(W h)), h).</summary>
internal sealed class ResidualModule : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> linear;
    private readonly nn.Module<Tensor, Tensor> normal;

    public ResidualModule(int inputs, int outputs)
        : base(nameof(ResidualModule))
    {
        linear = nn.Linear(inputs, outputs);
        normal = nn.BatchNorm1d(outputs);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => cat([normal.forward(linear.forward(input)).relu(), input], 1);
}
