using GenoMed.Fhir.Compute.Models.BayesianNetwork;

namespace GenoMed.Fhir.Compute.Models.Tests.BayesianNetwork;

/// <summary>Rows drawn from small known networks.</summary>
internal static class Networks
{
    public static IReadOnlyList<NetworkVariable> Variables { get; } =
        [new("cloudy", 2), new("sprinkler", 2), new("rain", 2), new("grass", 3), new("alone", 2)];

    /// <summary>cloudy → sprinkler, cloudy → rain, sprinkler → grass ← rain; alone. [V][n]</summary>
    public static int[][] Rows(int n, long seed)
    {
        var random = new RandomStream(seed);
        var columns = Variables.Select(_ => new int[n]).ToArray();
        for (var row = 0; row < n; row++)
        {
            var cloudy = random.NextDouble() < 0.5 ? 1 : 0;
            var sprinkler = random.NextDouble() < (cloudy == 1 ? 0.1 : 0.6) ? 1 : 0;
            var rain = random.NextDouble() < (cloudy == 1 ? 0.8 : 0.2) ? 1 : 0;
            var grass = random.NextDouble() < 0.9 ? sprinkler + rain : random.NextInt(3);
            int[] states = [cloudy, sprinkler, rain, grass, random.NextInt(2)];
            for (var v = 0; v < states.Length; v++)
            {
                columns[v][row] = states[v];
            }
        }

        return columns;
    }

    public static DiscreteRows Node(int[][] rows, int start, int count) =>
        new(Variables, [.. rows.Select(column => column.AsSpan(start, count).ToArray())]);
}
