using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>The Weibull distributions of the times, as logarithms of shape α and scale λ, from the time decoder's output.</summary>
/// <param name="unit">What λ is measured in: the patients' typical follow-up, so that a network at rest predicts it.</param>
/// <param name="options">How both are bounded.</param>
internal sealed class WeibullHead(double unit, SavaeOptions options)
{
    /// <summary>A shape of e² = 7.4 is all but a fixed time of death, one of e^-2 an early death or none.</summary>
    private const double LogShapeLimit = 2;

    /// <summary>λ within e^±10 units.</summary>
    private const double LogScaleLimit = 10;

    /// <param name="output">[n, 2]</param>
    /// <returns>log α and log λ, [n] each.</returns>
    public (Tensor LogShape, Tensor LogScale) Of(Tensor output)
    {
        var (a, b) = (output.select(1, 0), output.select(1, 1));
        return options.BoundedWeibull
            ? ((Reference(a) * 2).log(), (Reference(b) * options.ReferenceTime!.Value).log())
            : (Bounded(a, LogShapeLimit), Bounded(b, LogScaleLimit) + Math.Log(unit));
    }

    private static Tensor Bounded(Tensor value, double limit) => (value / limit).tanh() * limit;

    /// <summary>The reference's share of its limit: 1e-4..1.</summary>
    private static Tensor Reference(Tensor value) => ((value.sigmoid() * 9.999) + 0.001) / 10;
}
