using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>
/// SAVAE's loss: KL(q(z|x) ‖ N(0, I)) - log p(x|z) - log p(t, e|z), each the mean over the rows and each with a weight
/// (1 in the paper). The KL weight is a constant: the reference computes an annealing and does not use it.
/// </summary>
internal sealed class SavaeLoss(SavaeModule module, TabularLayout layout, WeibullHead head, SavaeOptions options)
{
    private readonly CovariateLoss _covariates = new(layout, options);

    private readonly double _timeWeight = options.TimeWeight ?? Math.Sqrt(layout.Width);

    /// <summary>The loss of a batch at one random z for each row.</summary>
    public Tensor Evaluate(SavaeRows batch)
    {
        var (mean, logVariance) = module.Encode(batch.InputTensor());
        var z = Gaussian.Sample(mean, logVariance);
        return (Gaussian.Divergence(mean, logVariance) * options.KlWeight)
            + (_covariates.Evaluate(module.Covariates(z), batch.Covariates.ValueTensor(), batch.Covariates.PresenceTensor()) * options.CovariateWeight)
            + (Time(module.Time(z), batch) * _timeWeight);
    }

    /// <summary>-log p(t, e | x) at the mean of z: what a prediction is worth.</summary>
    public Tensor Prediction(SavaeRows batch) => Time(module.forward(batch.InputTensor()), batch);

    private Tensor Time(Tensor output, SavaeRows batch)
    {
        var (logShape, logScale) = head.Of(output);
        return WeibullLoss.Evaluate(logShape, logScale, tensor(batch.LogTimes), tensor(batch.Events));
    }
}
