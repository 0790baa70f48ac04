namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Krum and multi-Krum (Blanchard, El Mhamdi, Guerraoui, Stainer, NeurIPS 2017): the score of an update is
/// s(i) = Σ_{i → j} ‖w_i - w_j‖² over its m - f - 2 nearest others. Krum takes the update of the smallest score,
/// multi-Krum the mean of the smallest ones, each node counting the same. Equal scores go by node name.
/// </summary>
internal sealed class Krum(string name, KrumOptions options) : IStrategy
{
    public string Name => name;

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        var faulty = Math.Min(options.Faulty ?? Math.Max(0, (ordered.Length - 3) / 2), ordered.Length - 1);
        var scores = Scores(ordered, neighbours: Math.Clamp(ordered.Length - faulty - 2, Math.Min(1, ordered.Length - 1), ordered.Length - 1));
        var selected = Math.Min(options.Selected ?? (ordered.Length - faulty), ordered.Length);
        ModelUpdate[] chosen = [.. Enumerable.Range(0, ordered.Length).OrderBy(k => scores[k]).Take(selected).Order().Select(k => ordered[k])];
        return global with { Model = StateMath.Mean(global.Model, chosen, StateMath.Weights(chosen, NodeWeighting.Equal)) };
    }

    private static double[] Scores(ModelUpdate[] updates, int neighbours)
    {
        double[][] flat = [.. updates.Select(Flat)];
        return [.. Enumerable.Range(0, flat.Length).Select(i => Enumerable.Range(0, flat.Length)
            .Where(j => j != i)
            .Select(j => SquaredDistance(flat[i], flat[j]))
            .Order()
            .Take(neighbours)
            .Sum())];
    }

    private static double SquaredDistance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }

    private static double[] Flat(ModelUpdate update) => [.. update.State
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .SelectMany(entry => entry.Value.to(TorchSharp.torch.float64).contiguous().data<double>().ToArray())];
}
