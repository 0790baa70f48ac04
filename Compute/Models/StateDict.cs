using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>States: parameters and buffers by name.</summary>
internal static class StateDict
{
    /// <summary>A copy of a module's state that outlives the module and every dispose scope.</summary>
    public static IReadOnlyDictionary<string, torch.Tensor> CopyOf(torch.nn.Module module)
    {
        using var detached = torch.no_grad();
        return module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
    }

    /// <summary>Copies a state into a module.</summary>
    /// <exception cref="ArgumentException">A tensor is missing, extra or misshapen; the message names it.</exception>
    public static void Load(torch.nn.Module module, IReadOnlyDictionary<string, torch.Tensor> state)
    {
        var target = module.state_dict();
        var extra = state.Keys.Except(target.Keys).Order(StringComparer.Ordinal).FirstOrDefault();
        if (extra is not null)
        {
            throw new ArgumentException($"The state has a tensor '{extra}' that the model does not have.");
        }

        using var detached = torch.no_grad();
        foreach (var (name, tensor) in target)
        {
            tensor.copy_(Checked(name, tensor, state));
        }
    }

    private static torch.Tensor Checked(string name, torch.Tensor target, IReadOnlyDictionary<string, torch.Tensor> state)
    {
        if (!state.TryGetValue(name, out var source))
        {
            throw new ArgumentException($"The state lacks the tensor '{name}'.");
        }

        return source.shape.SequenceEqual(target.shape) && source.dtype == target.dtype
            ? source
            : throw new ArgumentException($"Tensor '{name}': expected {Describe(target)}, got {Describe(source)}.");
    }

    private static string Describe(torch.Tensor tensor) => $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]";
}
