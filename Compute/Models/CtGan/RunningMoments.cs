using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// Batch normalisation under averaging: variances of nodes do not average to the pooled one, second moments do,
/// σ² = Σ w (σ_k² + μ_k²) - μ². A state therefore has <c>running_square</c> = σ² + μ² in the place of <c>running_var</c>.
/// </summary>
internal static class RunningMoments
{
    private const string Mean = "running_mean";
    private const string Variance = "running_var";
    private const string Square = "running_square";

    /// <summary>A module's state with second moments.</summary>
    public static IReadOnlyDictionary<string, Tensor> ToState(nn.Module module)
    {
        using var detached = no_grad();
        var state = StateDict.CopyOf(module);
        return state.ToDictionary(
            entry => entry.Key.Replace(Variance, Square, StringComparison.Ordinal),
            entry => entry.Key.EndsWith(Variance, StringComparison.Ordinal) ? Moved(entry.Value + MeanOf(state, entry.Key, Variance).square()) : entry.Value);
    }

    /// <summary>The state with the variances that a module has.</summary>
    public static IReadOnlyDictionary<string, Tensor> FromState(IReadOnlyDictionary<string, Tensor> state)
    {
        using var detached = no_grad();
        return state.ToDictionary(
            entry => entry.Key.Replace(Square, Variance, StringComparison.Ordinal),
            entry => entry.Key.EndsWith(Square, StringComparison.Ordinal) ? (entry.Value - MeanOf(state, entry.Key, Square).square()).clamp(min: 0) : entry.Value);
    }

    private static Tensor MeanOf(IReadOnlyDictionary<string, Tensor> state, string name, string of)
    {
        var mean = name.Replace(of, Mean, StringComparison.Ordinal);
        return state.TryGetValue(mean, out var found) ? found : throw new ArgumentException($"The state lacks the tensor '{mean}'.");
    }

    private static Tensor Moved(Tensor tensor) => tensor.DetachFromDisposeScope();
}
