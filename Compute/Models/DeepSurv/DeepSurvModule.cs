using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>
/// DeepSurv's network f: [n, p] → [n], the log hazard (Katzman et al. 2018): hidden layers of Linear, activation and
/// dropout; then a Linear to 1 without bias, since the partial likelihood does not change when f is shifted.
/// </summary>
internal sealed class DeepSurvModule : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> layers;

    /// <param name="inputs">p.</param>
    /// <param name="options">Widths, activation, dropout.</param>
    public DeepSurvModule(int inputs, DeepSurvOptions options)
        : base(nameof(DeepSurvModule))
    {
        layers = nn.Sequential(Layers(inputs, options));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => layers.forward(input).squeeze(1);

    private static IEnumerable<(string, nn.Module<Tensor, Tensor>)> Layers(int inputs, DeepSurvOptions options)
    {
        var width = inputs;
        foreach (var (hidden, i) in options.Hidden.Select((hidden, i) => (hidden, i)))
        {
            yield return ($"linear{i}", nn.Linear(width, hidden));
            yield return ($"activation{i}", options.Activation == DeepSurvActivation.Selu ? nn.SELU() : nn.ReLU());
            yield return ($"dropout{i}", nn.Dropout(options.Dropout));
            width = hidden;
        }

        yield return ("output", nn.Linear(width, 1, hasBias: false));
    }
}
