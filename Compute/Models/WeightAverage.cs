using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// The exponential mean of weights over the steps of a round, w̄ ← d w̄ + (1 - d) w (Polyak and Juditsky, SIAM J. Control
/// Optim. 1992; for adversarial training Yazıcı et al., "The unusual effectiveness of averaging in GAN training", ICLR
/// 2019): steps of constant size circle around what they aim at, their mean lies nearer. d grows to its value over the
/// first steps, so that the weights that a round begins with are forgotten.
/// </summary>
internal sealed class WeightAverage
{
    private readonly IReadOnlyDictionary<string, Tensor> _parameters;
    private readonly Dictionary<string, Tensor> _mean;
    private readonly double _decay;
    private int _steps;

    private WeightAverage(IReadOnlyDictionary<string, Tensor> parameters, double decay)
    {
        using var detached = no_grad();
        (_parameters, _decay) = (parameters, decay);
        _mean = parameters.ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
    }

    /// <param name="parameters">Read after each step; what the mean is put into.</param>
    /// <param name="decay">d, 0..1.</param>
    /// <returns>Null for a decay of 0: the last weights.</returns>
    public static WeightAverage? Of(IReadOnlyDictionary<string, Tensor> parameters, double decay) =>
        decay > 0 ? new WeightAverage(parameters, decay) : null;

    /// <summary>Takes the weights after a step.</summary>
    public void Add()
    {
        using var scope = NewDisposeScope();
        using var detached = no_grad();
        var decay = Math.Min(_decay, _steps / (_steps + 10.0));
        foreach (var (name, mean) in _mean)
        {
            mean.copy_((mean * decay) + (_parameters[name] * (1 - decay)));
        }

        _steps++;
    }

    /// <summary>Makes the mean the weights.</summary>
    public void Apply()
    {
        using var detached = no_grad();
        foreach (var (name, mean) in _mean)
        {
            _parameters[name].copy_(mean);
        }
    }
}
