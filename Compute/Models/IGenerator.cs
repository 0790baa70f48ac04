using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// A model that invents patients. It is trained like every other; what it has learned is all in its state, so that
/// generation needs the plan and the state only and no patient's row.
/// </summary>
public interface IGenerator : IModel
{
    /// <summary>
    /// How many exchanges make so many rounds of training, since some models count or encode before the first and fit
    /// a mixture after the last.
    /// </summary>
    /// <param name="options">The model's own options.</param>
    /// <param name="rounds">Rounds of training, 1 or more.</param>
    /// <exception cref="ArgumentException">An option is unknown, of another type or out of range.</exception>
    TrainingSchedule Schedule(JsonObject options, int rounds);

    /// <summary>Invented patients: the plan's inputs and its outcome, in the units of the plan's schema, NaN where missing.</summary>
    /// <param name="plan">What was trained.</param>
    /// <param name="state">The trained state.</param>
    /// <param name="count">How many rows, 0 or more.</param>
    /// <param name="seed">The same arguments give the same rows.</param>
    /// <param name="conditions">
    /// Feature name to value, for binary features and categories (0/1, index): every row has them. Null for none.
    /// </param>
    /// <returns>Rows by the invented identifiers <c>synthetic-000001</c>...; the schema holds the plan's inputs and outcome.</returns>
    /// <exception cref="ArgumentException">
    /// The plan or the state does not fit; a condition names no binary feature or category, or the model finds no such row.
    /// </exception>
    FeatureTable Generate(
        ModelPlan plan,
        IReadOnlyDictionary<string, torch.Tensor> state,
        int count,
        long seed,
        IReadOnlyDictionary<string, double>? conditions = null);
}
