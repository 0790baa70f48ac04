using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Torch;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Exchange;

/// <summary>
/// What travels and what is saved, as safetensors: the model's tensors under their names, the strategy's beside them as
/// <c>@server/…</c>, <c>@shared/…</c>, <c>@own/…</c> (to and from one node) and <c>@node/NAME/…</c> (all nodes', at the
/// manager). A strategy that has none gives the model's file and nothing else. All is checked on the way in: the bytes
/// came over a network.
/// </summary>
internal static class WeightsFile
{
    private const string Server = "@server/";
    private const string Shared = "@shared/";
    private const string Own = "@own/";
    private const string Node = "@node/";

    public static byte[] Write(RoundState state) => SafetensorsFile.Write(Merge(
        state.Model,
        Prefixed(Server, state.Server),
        Prefixed(Shared, state.Shared),
        state.Nodes.SelectMany(node => Prefixed($"{Node}{Uri.EscapeDataString(node.Key)}/", node.Value))));

    /// <summary>What one node gets.</summary>
    public static byte[] WriteFor(RoundState state, IReadOnlyDictionary<string, torch.Tensor> own) =>
        SafetensorsFile.Write(Merge(state.Model, Prefixed(Shared, state.Shared), Prefixed(Own, own)));

    /// <summary>What one node returns.</summary>
    public static byte[] WriteUpdate(IReadOnlyDictionary<string, torch.Tensor> model, IReadOnlyDictionary<string, torch.Tensor> returned) =>
        SafetensorsFile.Write(Merge(model, Prefixed(Own, returned)));

    /// <summary>The manager's checkpoint.</summary>
    /// <exception cref="ArgumentException">Not safetensors; or a tensor is missing, too many, misshapen or not finite.</exception>
    public static RoundState Read(ModelPlan plan, IStrategy strategy, ReadOnlyMemory<byte> bytes)
    {
        var (all, model) = Model(plan, bytes);
        var expected = strategy.Begin(plan, model);
        Require(expected.Server, Under(Server, all), Server);
        Require(expected.Shared, Under(Shared, all), Shared);
        var nodes = all.Keys.Where(name => name.StartsWith(Node, StringComparison.Ordinal)).Select(name => name[..(name.IndexOf('/', Node.Length) + 1)]).Distinct()
            .ToDictionary(prefix => Uri.UnescapeDataString(prefix[Node.Length..^1]), prefix => Require(expected.Own, Under(prefix, all), prefix));
        return new RoundState(model) { Server = Under(Server, all), Shared = Under(Shared, all), Nodes = nodes };
    }

    /// <summary>What a node got: the model, what all nodes get, what it alone gets.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Read"/>.</exception>
    public static (IReadOnlyDictionary<string, torch.Tensor> Model, IReadOnlyDictionary<string, torch.Tensor> Shared, IReadOnlyDictionary<string, torch.Tensor> Own)
        ReadReceived(ModelPlan plan, IStrategy strategy, ReadOnlyMemory<byte> bytes)
    {
        var (all, model) = Model(plan, bytes);
        var expected = strategy.Begin(plan, model);
        return (model, Require(expected.Shared, Under(Shared, all), Shared), Require(expected.Own, Under(Own, all), Own));
    }

    /// <summary>What a node returned.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Read"/>.</exception>
    public static (IReadOnlyDictionary<string, torch.Tensor> Model, IReadOnlyDictionary<string, torch.Tensor> Returned) ReadUpdate(
        ModelPlan plan, IStrategy strategy, ReadOnlyMemory<byte> bytes)
    {
        var (all, model) = Model(plan, bytes);
        return (model, Require(strategy.Begin(plan, model).Returned, Under(Own, all), Own));
    }

    /// <summary>The model alone, whatever a strategy put beside it.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Read"/>.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> ReadModel(ModelPlan plan, ReadOnlyMemory<byte> bytes) => Model(plan, bytes).Model;

    /// <summary>The file without the strategy's tensors; the same bytes where there are none.</summary>
    public static byte[] ModelOnly(byte[] bytes)
    {
        var all = Tensors(bytes);
        return all.Keys.Any(IsStrategys) ? SafetensorsFile.Write(all.Where(entry => !IsStrategys(entry.Key)).ToDictionary()) : bytes;
    }

    private static (IReadOnlyDictionary<string, torch.Tensor> All, IReadOnlyDictionary<string, torch.Tensor> Model) Model(
        ModelPlan plan, ReadOnlyMemory<byte> bytes)
    {
        var all = Tensors(bytes);
        var model = all.Where(entry => !IsStrategys(entry.Key)).ToDictionary();
        var expected = ModelCatalog.Find(plan.Model).CreateState(plan);
        return UpdateGuard.Difference(expected, model, "in the model") is { } fault
            ? throw new ArgumentException($"The weights do not fit model '{plan.Model}': {fault}.")
            : (all, model);
    }

    private static IReadOnlyDictionary<string, torch.Tensor> Require(
        IReadOnlyDictionary<string, torch.Tensor> expected, IReadOnlyDictionary<string, torch.Tensor> actual, string prefix) =>
        UpdateGuard.Difference(expected, actual, "of the strategy") is { } fault
            ? throw new ArgumentException($"The weights do not fit the strategy, under '{prefix}': {fault}.")
            : actual;

    private static bool IsStrategys(string name) => name.StartsWith('@');

    private static Dictionary<string, torch.Tensor> Under(string prefix, IReadOnlyDictionary<string, torch.Tensor> all) => all
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);

    private static IEnumerable<KeyValuePair<string, torch.Tensor>> Prefixed(string prefix, IReadOnlyDictionary<string, torch.Tensor> tensors) =>
        tensors.Select(entry => KeyValuePair.Create(prefix + entry.Key, entry.Value));

    private static Dictionary<string, torch.Tensor> Merge(params IEnumerable<KeyValuePair<string, torch.Tensor>>[] parts) =>
        parts.SelectMany(part => part).ToDictionary();

    private static IReadOnlyDictionary<string, torch.Tensor> Tensors(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return SafetensorsFile.Read(bytes).Tensors;
        }
        catch (SafetensorsException e)
        {
            throw new ArgumentException($"The weights are no safetensors file: {e.Message}", e);
        }
    }
}
