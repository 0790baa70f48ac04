using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// The exponential mean of the generator's weights over its steps, w̄ ← d w̄ + (1 - d) w (Yazıcı et al., "The unusual
/// effectiveness of averaging in GAN training", ICLR 2019): the game circles around its equilibrium, the mean lies nearer.
/// d grows to its value over the first steps, so that the weights a round begins with are forgotten.
/// </summary>
internal sealed class GeneratorAverage
{
    private readonly IReadOnlyDictionary<string, Tensor> _parameters;
    private readonly Dictionary<string, Tensor> _mean;
    private readonly double _decay;
    private int _steps;

    /// <param name="parameters">Of the generator; read after each step, and what the mean is put into.</param>
    /// <param name="decay">d, 0..1.</param>
    public GeneratorAverage(IReadOnlyDictionary<string, Tensor> parameters, double decay)
    {
        using var detached = no_grad();
        (_parameters, _decay) = (parameters, decay);
        _mean = parameters.ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
    }

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

    /// <summary>Makes the mean the generator's weights.</summary>
    public void Apply()
    {
        using var detached = no_grad();
        foreach (var (name, mean) in _mean)
        {
            _parameters[name].copy_(mean);
        }
    }
}
