using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Similarity-weighted averaging (Fed-TGAN: Zhao, Birke, Kunar, Chen, 2021). With d_ij the divergence of column j at
/// node i from the column over all nodes (Jensen–Shannon distance of codes, first Wasserstein distance of numbers),
/// S_i = Σ_j d_ij / Σ_k d_kj, v_i = (1 - S_i / Σ S) n_i / N, the weights are softmax(v). What a state keeps in float64 is
/// means over patients: those are averaged by patients, so that they stay the pooled ones.
/// </summary>
internal sealed class Similarity(SimilarityOptions options) : IStrategy
{
    private const string Columns = "columns";

    public string Name => "similarity";

    public string? Misfit(IModel model) => model.AddsUp ? $"'{Name}' averages states; '{model.Name}' counts patients (strategy 'sum')." : null;

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) =>
        new() { Returned = new Dictionary<string, torch.Tensor> { [Columns] = torch.zeros([new ColumnProfile(plan).Length], torch.float64) } };

    public IClientHalf CreateClientHalf(ClientContext context) =>
        new ProfileReport(new ColumnProfile(context.Plan.Model).Of(context.Table, context.MinimumPatients));

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        var patients = StateMath.Weights(ordered, NodeWeighting.Patients);
        var weights = Weights([.. ordered.Select(update => update.Returned[Columns].data<double>().ToArray())], patients);
        return global with
        {
            Model = StateMath.Each(global.Model, (name, before) =>
                StateMath.Sum(ordered.Select((update, k) => (update.State[name], before.dtype == torch.float64 ? patients[k] : weights[k])))),
        };
    }

    /// <summary>What each node counts for; the sum is 1.</summary>
    /// <param name="profiles">Of each node, <see cref="ColumnProfile"/>.</param>
    /// <param name="patients">n_i / N</param>
    internal double[] Weights(IReadOnlyList<double[]> profiles, double[] patients)
    {
        var divergences = ProfileDivergence.Of(profiles);
        var total = divergences.Sum();
        double[] values = [.. patients.Select((share, i) => (total > 0 ? 1 - (divergences[i] / total) : 1) * share)];
        double[] raised = options.Softmax || values.Sum() == 0 ? [.. values.Select(Math.Exp)] : values;
        return [.. raised.Select(value => value / raised.Sum())];
    }

    private sealed class ProfileReport(double[] profile) : IClientHalf
    {
        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global)
        {
            // Only the averaging differs from plain local training.
        }

        public ClientResult Finish(TrainResult result) => new(result, new Dictionary<string, torch.Tensor> { [Columns] = torch.tensor(profile) });
    }
}
