using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// A Bayesian network over a cohort's columns, numbers in quantile bins, missing as a state of its own: structure and
/// parameters from contingency tables (Heckerman, Geiger, Chickering, Machine Learning 1995). Training takes three
/// rounds, one count each: every column, every pair, the candidate families. The counts of nodes add up (strategy
/// <c>sum</c>), so the federated network is the centralised one, bit for bit.
/// </summary>
internal sealed class BayesianNetworkModel : IGenerator
{
    /// <summary>Rounds until all is counted.</summary>
    public const int Rounds = 3;

    public string Name => "bayesian-network";

    /// <inheritdoc/>
    public JsonObject ResolveOptions(JsonObject options) => ModelOptions.Resolve<BayesianNetworkOptions>(options);

    public bool AddsUp => true;

    /// <summary>One count a round of training: after the first the columns are independent, after the second a forest.</summary>
    public TrainingSchedule Schedule(JsonObject options, int rounds) =>
        new(ModelOptions.Resolve<BayesianNetworkOptions>(options), 0, rounds, Math.Max(0, Rounds - rounds), Epochs: 1);

    public IReadOnlyDictionary<string, torch.Tensor> CreateState(ModelPlan plan) => NetworkCounts.Zero(new NetworkLayout(plan)).ToState();

    public TrainResult Train(
        ModelPlan plan,
        FeatureTable table,
        IReadOnlyDictionary<string, torch.Tensor> state,
        TrainRequest request,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var layout = new NetworkLayout(plan);
        var counts = NetworkCounts.From(layout, state);
        var next = Counted(layout, counts, table, request.MinimumPatients);
        progress?.Report(new TrainProgress(request.Epochs, request.Epochs, double.NaN));
        return new TrainResult(next.ToState(), table.Count, new Dictionary<string, double>());
    }

    public FeatureTable Generate(
        ModelPlan plan,
        IReadOnlyDictionary<string, torch.Tensor> state,
        int count,
        long seed,
        IReadOnlyDictionary<string, double>? conditions = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var layout = new NetworkLayout(plan);
        var network = Read(layout, state);
        var draws = new NetworkDraws(layout, network.Columns, network.Learn(), conditions);
        return draws.Table(plan.Schema, count, seed);
    }

    /// <summary>The network that a state has learned.</summary>
    /// <exception cref="ArgumentException">The counting is not finished.</exception>
    internal static DiscreteNetwork Network(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> state) =>
        Read(new NetworkLayout(plan), state).Learn();

    private static CountedNetwork Read(NetworkLayout layout, IReadOnlyDictionary<string, torch.Tensor> state)
    {
        var counts = NetworkCounts.From(layout, state);
        return Any(counts.Marginals)
            ? new CountedNetwork(layout, counts)
            : throw new ArgumentException($"The network has not been learned: that takes {Rounds} rounds.");
    }

    /// <summary>The part that comes next; where all is counted, the state as it is.</summary>
    private static NetworkCounts Counted(NetworkLayout layout, NetworkCounts counts, FeatureTable table, int k)
    {
        if (!Any(counts.Marginals))
        {
            return counts with { Marginals = Marginals(layout, table, k) };
        }

        var network = new CountedNetwork(layout, counts);
        return !Any(counts.Pairs) ? counts with { Pairs = network.CountPairs(table, k) }
            : !Any(counts.Families) ? counts with { Families = network.CountFamilies(table, k) }
            : counts;
    }

    private static double[] Marginals(NetworkLayout layout, FeatureTable table, int k)
    {
        var (marginals, at) = (new double[layout.MarginalCells], 0);
        foreach (var column in layout.Columns)
        {
            column.Count(column.Values(table), marginals.AsSpan(at, column.Width));
            column.Tell(marginals.AsSpan(at, column.Width), k);
            at += column.Width;
        }

        return marginals;
    }

    private static bool Any(double[] counts) => Array.Exists(counts, count => count > 0);
}
