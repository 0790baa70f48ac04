using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>One of the two networks with its optimiser. Moments begin at 0 each round: they never leave a node.</summary>
internal sealed class Player
{
    private readonly string _name;
    private readonly IReadOnlyDictionary<string, Tensor> _parameters;
    private readonly optim.Optimizer _optimizer;
    private readonly Action<IReadOnlyDictionary<string, Tensor>>? _beforeStep;

    /// <param name="module">Holds both networks.</param>
    /// <param name="prefix">Of this network's parameters.</param>
    /// <param name="options">Step size and weight decay.</param>
    /// <param name="beforeStep">Changes the gradients of each step; null for plain training.</param>
    public Player(nn.Module module, string prefix, CtGanOptions options, Action<IReadOnlyDictionary<string, Tensor>>? beforeStep)
    {
        var mine = module.named_parameters().Where(entry => entry.name.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        _name = prefix.TrimEnd('.');
        _parameters = mine.ToDictionary(entry => entry.name, entry => (Tensor)entry.parameter);
        _optimizer = optim.Adam(mine.Select(entry => entry.parameter), lr: options.LearningRate, beta1: 0.5, beta2: 0.9, weight_decay: options.WeightDecay);
        _beforeStep = beforeStep;
    }

    /// <summary>The parameters by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters => _parameters;

    /// <returns>The loss.</returns>
    /// <exception cref="ArithmeticException">It is not finite.</exception>
    public double Step(Tensor loss, int number)
    {
        var value = Backward(loss, number);
        Apply();
        return value;
    }

    /// <summary>The gradients of one loss, in place of those before.</summary>
    /// <returns>The loss.</returns>
    /// <exception cref="ArithmeticException">It is not finite.</exception>
    public double Backward(Tensor loss, int number)
    {
        var value = loss.ToDouble();
        if (!double.IsFinite(value))
        {
            throw new ArithmeticException($"The loss of the {_name} is {value} in step {number}.");
        }

        _optimizer.zero_grad();
        loss.backward();
        return value;
    }

    /// <summary>Moves the parameters by the gradients that they have.</summary>
    public void Apply()
    {
        _beforeStep?.Invoke(_parameters);
        _optimizer.step();
    }
}
