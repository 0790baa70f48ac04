using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>The generator of the node with the most patients, as it travels to the others.</summary>
/// <param name="State">After that node's local training.</param>
/// <param name="Patients">Of that node; 0 where nobody lends one yet.</param>
internal sealed record LentGenerator(IReadOnlyDictionary<string, torch.Tensor> State, double Patients)
{
    private const string Prefix = "lent/";
    private const string Count = "lent.patients";

    /// <summary>Before the first round.</summary>
    public static LentGenerator None(IReadOnlyDictionary<string, torch.Tensor> model) =>
        new(model.ToDictionary(entry => entry.Key, entry => torch.zeros(entry.Value.shape, entry.Value.dtype)), 0);

    public static LentGenerator Of(ModelUpdate update) => new(update.State, update.NumExamples);

    /// <summary>The generator among the tensors for all nodes, and the others.</summary>
    public static (LentGenerator Lent, IReadOnlyDictionary<string, torch.Tensor> Others) Take(IReadOnlyDictionary<string, torch.Tensor> shared)
    {
        var state = shared.Where(entry => IsLent(entry.Key)).ToDictionary(entry => entry.Key[Prefix.Length..], entry => entry.Value);
        var rest = shared.Where(entry => entry.Key != Count && !IsLent(entry.Key)).ToDictionary();
        return (new LentGenerator(state, shared.TryGetValue(Count, out var patients) ? patients.item<double>() : 0), rest);
    }

    public IReadOnlyDictionary<string, torch.Tensor> AddTo(IReadOnlyDictionary<string, torch.Tensor> shared) => State
        .Select(entry => KeyValuePair.Create(Prefix + entry.Key, entry.Value))
        .Append(KeyValuePair.Create(Count, torch.tensor(new[] { Patients })))
        .Concat(shared)
        .ToDictionary();

    /// <summary>Invented rows for a node; null where it needs none, or where the generator has not been trained yet.</summary>
    /// <param name="context">Of the node: the same plan, round and node give the same rows.</param>
    /// <param name="rows">From the lending node's patients to how many rows are wanted.</param>
    public FeatureTable? Invent(ClientContext context, Func<double, double> rows)
    {
        var (plan, generator) = (context.Plan, (IGenerator)ModelCatalog.Find(context.Plan.Model.Model));
        var trained = context.Round - 1 > generator.Schedule(plan.Model.Options, plan.Rounds).Before;
        var count = trained && Patients > 0 ? (int)Math.Floor(rows(Patients)) : 0;
        return count > 0 ? generator.Generate(plan.Model, State, count, Seed(context)) : null;
    }

    private static long Seed(ClientContext context) =>
        DerivedSeed.From(context.Plan.Model.Seed, "synthetic sharing", FormattableString.Invariant($"{context.Round}"), context.Node);

    private static bool IsLent(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
