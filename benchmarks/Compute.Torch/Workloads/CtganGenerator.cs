using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>Two blocks h ← [ReLU(BatchNorm(W·h)), h] of width 256, then a linear layer.</summary>
internal sealed class CtganGenerator : nn.Module<Tensor, Tensor>
{
    private const int Width = 256;
    private readonly Linear first;
    private readonly BatchNorm1d firstNorm = nn.BatchNorm1d(Width);
    private readonly Linear second;
    private readonly BatchNorm1d secondNorm = nn.BatchNorm1d(Width);
    private readonly Linear last;

    internal CtganGenerator(int inputs, int outputs)
        : base(nameof(CtganGenerator))
    {
        first = nn.Linear(inputs, Width);
        second = nn.Linear(inputs + Width, Width);
        last = nn.Linear(inputs + (2 * Width), outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var h = cat([firstNorm.forward(first.forward(input)).relu(), input], 1);
        return last.forward(cat([secondNorm.forward(second.forward(h)).relu(), h], 1));
    }
}
