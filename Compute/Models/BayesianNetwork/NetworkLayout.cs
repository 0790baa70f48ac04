using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>What a plan fixes: the columns, the edges that may and must be, and the lengths of the three parts of a state.</summary>
internal sealed class NetworkLayout
{
    public NetworkLayout(ModelPlan plan)
    {
        Options = ModelOptions.Read<BayesianNetworkOptions>(plan.Options);
        Features = [.. plan.Inputs.Append(plan.Outcome).Where(name => name.Length > 0).Select(name => plan.Schema[name])];
        Columns = [.. Features.SelectMany(NetworkColumn.Of)];
        if (Columns.Length < 2)
        {
            throw new ArgumentException($"A network needs 2 columns or more, got {Columns.Length}.");
        }

        Structure = new StructureOptions
        {
            Algorithm = Options.Algorithm,
            Score = Options.Score,
            EquivalentSampleSize = Options.EquivalentSampleSize,
            MaximumParents = Options.MaximumParents,
            Alpha = Options.Alpha,
            Forbidden = [.. Options.Forbidden.SelectMany(Edges).Concat(OutOfOutcome()).Concat(AgainstTheTiers()).Distinct()],
            Required = [.. Options.Required.SelectMany(Edges)],
        };
    }

    public BayesianNetworkOptions Options { get; }

    public StructureOptions Structure { get; }

    public Feature[] Features { get; }

    public NetworkColumn[] Columns { get; }

    /// <summary>Counts of each column by itself.</summary>
    public int MarginalCells => Columns.Sum(column => column.Width);

    /// <summary>Room for the contingency tables of all pairs, whatever states the data turn out to have.</summary>
    public int PairCells
    {
        get
        {
            var (sum, squares) = (Columns.Sum(MostStates), Columns.Sum(column => MostStates(column) * MostStates(column)));
            return checked((int)(((sum * sum) - squares) / 2));
        }
    }

    private long MostStates(NetworkColumn column) => 1 + (column.Codes == 0 ? Options.Bins : column.Codes);

    /// <summary>What happened is no cause of what was known before.</summary>
    private IEnumerable<NetworkEdge> OutOfOutcome() =>
        from outcome in Enumerable.Range(0, Columns.Length)
        where Columns[outcome].Feature.Role == FeatureRole.Outcome
        from input in Enumerable.Range(0, Columns.Length)
        where Columns[input].Feature.Role != FeatureRole.Outcome
        select new NetworkEdge(outcome, input);

    /// <summary>From a later tier into an earlier one.</summary>
    private IEnumerable<NetworkEdge> AgainstTheTiers()
    {
        var tiers = Columns.Select(Tier).ToArray();
        return from origin in Enumerable.Range(0, Columns.Length)
               from target in Enumerable.Range(0, Columns.Length)
               where tiers[origin] > tiers[target]
               select new NetworkEdge(origin, target);
    }

    /// <summary>The first tier with a pattern that fits, then the binaries if they come first, then the rest.</summary>
    private int Tier(NetworkColumn column)
    {
        var tier = Options.Tiers.TakeWhile(patterns => !patterns.Any(pattern => Fits(column.Name, pattern))).Count();
        return tier == Options.Tiers.Count && Options.BinariesFirst && column.Feature.Type != FeatureType.Binary ? tier + 1 : tier;
    }

    private static bool Fits(string name, string pattern) => pattern.EndsWith('*')
        ? name.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : name == pattern;

    private IEnumerable<NetworkEdge> Edges(IReadOnlyList<string> names) => names.Count != 2
        ? throw new ArgumentException($"An edge is [from, to], got [{string.Join(", ", names)}].")
        : from origin in Positions(names[0])
          from target in Positions(names[1])
          where origin != target
          select new NetworkEdge(origin, target);

    private IEnumerable<int> Positions(string name)
    {
        var position = Array.FindIndex(Columns, column => column.Name == name);
        return name == "*" ? Enumerable.Range(0, Columns.Length)
            : position >= 0 ? [position]
            : throw new ArgumentException($"An edge names '{name}'; the columns are: {string.Join(", ", Columns.Select(column => column.Name))}");
    }
}
