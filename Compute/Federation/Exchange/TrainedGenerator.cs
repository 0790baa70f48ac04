using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Exchange;

/// <summary>A generator and its weights, bytes in and rows out. Tensors stay inside.</summary>
public sealed class TrainedGenerator : IDisposable
{
    private readonly TrainingPlan _plan;
    private readonly IGenerator _model;
    private readonly IReadOnlyDictionary<string, torch.Tensor> _state;

    private TrainedGenerator(TrainingPlan plan, IGenerator model, ReadOnlyMemory<byte> weights)
    {
        // Detached, since a scope belongs to its thread and a generator may be used on others.
        using var scope = torch.NewDisposeScope();
        (_plan, _model) = (plan, model);
        _state = WeightsFile.ReadModel(plan.Model, weights).ToDictionary(tensor => tensor.Key, tensor => tensor.Value.DetachFromDisposeScope());
        Schema = plan.Model.Schema with { Features = [.. plan.Model.Inputs.Append(plan.Model.Outcome).Distinct().Select(name => plan.Model.Schema[name])] };
    }

    /// <summary>What it generates: the plan's inputs and its outcome.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>Opens it.</summary>
    /// <param name="plan">What was trained.</param>
    /// <param name="weights">The registered model, safetensors.</param>
    /// <exception cref="ArgumentException">The plan's model generates no patients, or the weights are none of this plan, or those before the first round.</exception>
    public static TrainedGenerator Open(TrainingPlan plan, ReadOnlyMemory<byte> weights)
    {
        var model = ModelCatalog.Find(plan.Model.Model) as IGenerator ?? throw new ArgumentException(
            $"The plan's model '{plan.Model.Model}' generates no patients; these do: {string.Join(", ", ModelCatalog.All.OfType<IGenerator>().Select(one => one.Name))}.");
        RequireTrained(plan, weights);
        return new TrainedGenerator(plan, model, weights);
    }

    /// <summary>Invented patients by <see cref="IGenerator.Generate"/>.</summary>
    /// <exception cref="ArgumentException">The model is not trained to its end; or it finds no row that meets the conditions.</exception>
    public FeatureTable Generate(int count, long seed, IReadOnlyDictionary<string, double> conditions)
    {
        using var scope = torch.NewDisposeScope();
        return _model.Generate(_plan.Model, _state, count, seed, conditions);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _state.Values)
        {
            tensor.Dispose();
        }
    }

    private static void RequireTrained(TrainingPlan plan, ReadOnlyMemory<byte> weights)
    {
        if (GlobalRound.ModelWeights(GlobalRound.InitialWeights(plan)).AsSpan().SequenceEqual(GlobalRound.ModelWeights(weights.ToArray())))
        {
            throw new ArgumentException("The weights are those before the first round: the model is not trained.");
        }
    }
}
