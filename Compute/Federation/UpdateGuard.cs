using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Says why an update may not enter the average. One that is refused leaves the round; the others go on.</summary>
public static class UpdateGuard
{
    /// <summary>The first fault of an update, or null when it may be aggregated.</summary>
    /// <param name="global">The state that the round began with.</param>
    /// <param name="update">What a node returned.</param>
    public static string? Refusal(IReadOnlyDictionary<string, torch.Tensor> global, ModelUpdate update)
    {
        if (update.NumExamples < 1)
        {
            return $"numExamples is {update.NumExamples}: expected 1 or more";
        }

        return Difference(global, update.State, "in the model");
    }

    /// <summary>The first tensor that is missing, too many, misshapen or not finite; null where there is none.</summary>
    /// <param name="expected">Names, shapes and types.</param>
    /// <param name="actual">What came.</param>
    /// <param name="where">How the message names the place of a tensor that is too many.</param>
    internal static string? Difference(
        IReadOnlyDictionary<string, torch.Tensor> expected, IReadOnlyDictionary<string, torch.Tensor> actual, string where)
    {
        var extra = actual.Keys.Except(expected.Keys).Order(StringComparer.Ordinal).FirstOrDefault();
        return extra is null
            ? expected.Keys.Order(StringComparer.Ordinal).Select(name => Fault(name, expected[name], actual)).FirstOrDefault(fault => fault is not null)
            : $"tensor '{extra}' is not {where}";
    }

    private static string? Fault(string name, torch.Tensor expected, IReadOnlyDictionary<string, torch.Tensor> state)
    {
        if (!state.TryGetValue(name, out var actual))
        {
            return $"tensor '{name}' is missing";
        }

        if (!actual.shape.SequenceEqual(expected.shape) || actual.dtype != expected.dtype)
        {
            return $"tensor '{name}': expected {Describe(expected)}, got {Describe(actual)}";
        }

        using var scope = torch.NewDisposeScope();
        return actual.isfinite().all().item<bool>() ? null : $"tensor '{name}' has a number that is not finite";
    }

    private static string Describe(torch.Tensor tensor) => $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]";
}
