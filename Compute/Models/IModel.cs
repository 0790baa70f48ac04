using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// One model of the catalogue, as functions over values: a plan, a state (parameters and buffers by name) and a
/// table come in, a new state comes out. Rows are not kept.
/// </summary>
public interface IModel
{
    /// <summary>Its name in <see cref="ModelCatalog"/>.</summary>
    string Name { get; }

    /// <summary>
    /// The options with every default written out: what a plan keeps, so that it means the same, and fits its weights,
    /// after a default has changed.
    /// </summary>
    /// <exception cref="ArgumentException">An option is unknown, of another type or out of range.</exception>
    JsonObject ResolveOptions(JsonObject options);

    /// <summary>
    /// True where the loss is a sum over patients and <see cref="Train"/> follows <see cref="TrainRequest.Privacy"/>. A Cox
    /// loss is not: a patient is in the others' risk sets.
    /// </summary>
    bool DecomposesOverPatients => false;

    /// <summary>Throws unless the plan's options let <see cref="Train"/> follow <see cref="TrainRequest.Privacy"/>.</summary>
    /// <exception cref="ArgumentException">They do not; the message says which option must change.</exception>
    void CheckPrivacy(ModelPlan plan)
    {
        if (!DecomposesOverPatients)
        {
            throw new ArgumentException($"The loss of '{Name}' is no sum over patients, so that no step can protect each of them; the step 'gaussian' protects nodes.");
        }
    }

    /// <summary>
    /// True where the state is counts that nodes add up (strategy <c>sum</c>); else states are averaged. Nothing is
    /// counted of invented rows.
    /// </summary>
    bool AddsUp => false;

    /// <summary>True where <see cref="Train"/> follows <see cref="TrainRequest.Invented"/>.</summary>
    bool TakesInventedRows => false;

    /// <summary>
    /// Names of the state's tensors [k, p] whose columns belong to the p columns of <see cref="ModelPlan.CreateEncoding"/>:
    /// what reads the inputs first. A strategy may average them column by column, over the nodes that have the feature.
    /// </summary>
    IReadOnlyList<string> InputTensors(ModelPlan plan) => [];

    /// <summary>The state before the first round; the same plan gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The plan does not fit this model.</exception>
    IReadOnlyDictionary<string, torch.Tensor> CreateState(ModelPlan plan);

    /// <summary>Trains on one node's rows from the given state, which is left as it is.</summary>
    /// <param name="plan">What is trained.</param>
    /// <param name="table">The node's rows.</param>
    /// <param name="state">Where training starts.</param>
    /// <param name="request">Which round, for how many epochs, at which node.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Asked before each epoch.</param>
    /// <returns>The trained state; the same arguments give the same bytes.</returns>
    /// <exception cref="ArgumentException">The plan, the state or the table does not fit; the message says what.</exception>
    /// <exception cref="ArithmeticException">A loss was not finite: the message names the step of the epoch.</exception>
    TrainResult Train(
        ModelPlan plan,
        FeatureTable table,
        IReadOnlyDictionary<string, torch.Tensor> state,
        TrainRequest request,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation);

    /// <summary>The risk of each row, [n]; higher means an earlier event.</summary>
    /// <exception cref="ArgumentException">The plan, the state or the table does not fit; or the model predicts no risk.</exception>
    double[] PredictRisk(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> state, FeatureTable table) =>
        throw new ArgumentException($"'{Name}' predicts no risk.");
}
