using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>A node's half of <see cref="Scaffold"/>: adds c - c_i to each gradient, and averages the gradients as they were.</summary>
internal sealed class ControlVariates(IReadOnlyDictionary<string, torch.Tensor> shared, IReadOnlyDictionary<string, torch.Tensor> own) : IClientHalf
{
    private readonly Dictionary<string, torch.Tensor> _sums = [];
    private readonly Dictionary<string, torch.Tensor> _corrections = [];
    private long _steps;

    public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global)
    {
        using var scope = torch.NewDisposeScope();
        using var detached = torch.no_grad();
        _steps++;
        foreach (var (name, parameter) in parameters)
        {
            if (parameter.grad is { } gradient)
            {
                Add(name, gradient);
                gradient.add_(Correction(name, gradient.dtype));
            }
        }
    }

    /// <summary>c_i of a parameter without a gradient stays as it was.</summary>
    public ClientResult Finish(TrainResult result)
    {
        using var scope = torch.NewDisposeScope();
        var returned = own.Where(entry => shared.ContainsKey(entry.Key)).ToDictionary(
            entry => entry.Key,
            entry => (_sums.TryGetValue(entry.Key, out var sum) ? sum / _steps : entry.Value.clone()).DetachFromDisposeScope());
        return new ClientResult(result, returned);
    }

    private void Add(string name, torch.Tensor gradient)
    {
        var key = Scaffold.Key(name);
        if (!_sums.TryGetValue(key, out var sum))
        {
            _sums[key] = sum = torch.zeros(gradient.shape, torch.float64).DetachFromDisposeScope();
        }

        sum.add_(gradient.to(torch.float64));
    }

    private torch.Tensor Correction(string name, torch.ScalarType type)
    {
        var key = Scaffold.Key(name);
        if (!_corrections.TryGetValue(key, out var correction))
        {
            _corrections[key] = correction = (shared[key] - own[key]).to(type).DetachFromDisposeScope();
        }

        return correction;
    }
}
