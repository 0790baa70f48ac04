using System.Text;
using GenoMed.Fhir.Compute.Torch;

namespace TorchSharp.Modules;

/// <summary>
/// An optimizer whose state (moments, velocities, steps, learning rate) can be saved and loaded, under TorchSharp's names.
/// The bytes are not TorchSharp's: the optimizer's name, a length, and a safetensors file of "i.name" for parameter i.
/// </summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    private const string Rate = "learning_rate";
    private const int Most = 1 << 30;

    private protected OptimizerHelper(IEnumerable<Parameter> parameters, double lr)
        : base(parameters, lr)
    {
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location), Encoding.UTF8);
        save_state_dict(writer);
    }

    /// <exception cref="InvalidDataException">Of another kind of optimizer, or cut short.</exception>
    /// <exception cref="ArgumentException">It does not fit the parameters; the message names the tensor. Nothing has changed then.</exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location), Encoding.UTF8);
        load_state_dict(reader);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        using var scope = torch.NewDisposeScope();
        var state = new Dictionary<string, torch.Tensor> { [Rate] = torch.tensor(LearningRate, torch.float64) };
        foreach (var (index, _) in parameters().Index())
        {
            foreach (var (name, tensor) in StateOf(index))
            {
                state[$"{index}.{name}"] = tensor;
            }
        }

        var bytes = SafetensorsFile.Write(state);
        writer.Write(GetType().Name);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    /// <exception cref="InvalidDataException">Of another kind of optimizer, or cut short.</exception>
    /// <exception cref="ArgumentException">It does not fit the parameters; the message names the tensor. Nothing has changed then.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        using var scope = torch.NewDisposeScope();
        var state = Read(reader);
        Check(state);
        using var mode = torch.no_grad();
        foreach (var controller in ParamGroups)
        {
            controller.LearningRate = state[Rate].item<double>();
        }

        foreach (var (index, parameter) in parameters().Index())
        {
            Restore(index, parameter, Of(state, index));
        }
    }

    /// <summary>What is kept for a parameter, by PyTorch's names; nothing before its first step.</summary>
    private protected abstract Dictionary<string, torch.Tensor> StateOf(int index);

    /// <summary>Names of what is kept for a parameter once it has been moved.</summary>
    private protected abstract IReadOnlyList<string> Names { get; }

    /// <summary>Takes over copies of what was kept; nothing for a parameter that had not been moved.</summary>
    private protected abstract void Restore(int index, Parameter parameter, IReadOnlyDictionary<string, torch.Tensor> state);

    /// <summary>A tensor that lives as long as the optimizer.</summary>
    private protected static torch.Tensor Kept(torch.Tensor tensor) => tensor.clone().DetachFromDisposeScope();

    private static Dictionary<string, torch.Tensor> Of(IReadOnlyDictionary<string, torch.Tensor> state, int index) => state
        .Where(entry => entry.Key.StartsWith($"{index}.", StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key[(entry.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], entry => entry.Value);

    private IReadOnlyDictionary<string, torch.Tensor> Read(BinaryReader reader)
    {
        try
        {
            var name = reader.ReadString();
            if (name != GetType().Name)
            {
                throw new InvalidDataException($"expected the state of {GetType().Name}, got that of {name}");
            }

            var length = reader.ReadInt32();
            var bytes = length is >= 0 and <= Most ? reader.ReadBytes(length) : [];
            return bytes.Length == length ? SafetensorsFile.Read(bytes).Tensors
                : throw new InvalidDataException($"expected {length} bytes of state, got {bytes.Length}");
        }
        catch (Exception problem) when (problem is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException($"The state of an optimizer cannot be read: {problem.Message}", problem);
        }
    }

    private void Check(IReadOnlyDictionary<string, torch.Tensor> state)
    {
        var expected = new HashSet<string> { Rate };
        foreach (var (index, parameter) in parameters().Index())
        {
            var prefix = $"{index}.";
            if (state.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                expected.UnionWith(Names.Select(name => prefix + name));
                Check(state, prefix, parameter);
            }
        }

        var (missing, extra) = (expected.Except(state.Keys).ToArray(), state.Keys.Except(expected).ToArray());
        if (missing.Length + extra.Length > 0)
        {
            throw new ArgumentException($"The state does not fit the optimizer: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", extra)}].");
        }
    }

    private void Check(IReadOnlyDictionary<string, torch.Tensor> state, string prefix, Parameter parameter)
    {
        foreach (var name in Names.Where(name => name != "step" && state.ContainsKey(prefix + name)))
        {
            var found = state[prefix + name];
            if (!found.Sizes.AsSpan().SequenceEqual(parameter.Sizes) || found.dtype != parameter.dtype)
            {
                throw new ArgumentException($"{prefix}{name}: expected {parameter.dtype} {Shapes.Text(parameter.Sizes)}, got {found.dtype} {Shapes.Text(found.Sizes)}");
            }
        }
    }
}
