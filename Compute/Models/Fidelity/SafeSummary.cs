using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// What SAFE's scores need of one table, as counts that add up: the sum of the nodes' summaries is the summary of the pooled
/// rows (the hazards are the pooled estimate with a baseline of its own for each node).
/// </summary>
public sealed record SafeSummary
{
    /// <summary>Patients with more lesions than this are counted together.</summary>
    public const int MostLesions = 12;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Patients.</summary>
    public required long Rows { get; init; }

    /// <summary>Clinical feature or lesion to the patients of each code: bins or values in order, missing last.</summary>
    public required IReadOnlyDictionary<string, long[]> Columns { get; init; }

    /// <summary>Clinical number to what its bins hold; empty of a node that is older than this.</summary>
    public IReadOnlyDictionary<string, BinSums> Numbers { get; init; } = new Dictionary<string, BinSums>();

    /// <summary><c>A|B</c> of two clinical features to the cells of their table, row-major.</summary>
    public required IReadOnlyDictionary<string, long[]> ClinicalPairs { get; init; }

    /// <summary><c>A|B</c> of two lesions to the patients with both, the first only, the second only, neither.</summary>
    public required IReadOnlyDictionary<string, long[]> LesionPairs { get; init; }

    /// <summary>Patients with 0, 1, ..., <see cref="MostLesions"/> or more lesions.</summary>
    public required long[] LesionsPerPatient { get; init; }

    /// <summary>Events up to each time of the plan since the one before.</summary>
    public required long[] Events { get; init; }

    /// <summary>Patients last seen without event in each such period; the last entry counts those beyond the horizon.</summary>
    public required long[] Censored { get; init; }

    /// <summary>Prognostic factor to its hazard.</summary>
    public required IReadOnlyDictionary<string, HazardTerm> Hazards { get; init; }

    /// <summary>The name of a pair.</summary>
    public static string Pair(string first, string second) => $"{first}|{second}";

    /// <summary>The summary of one table.</summary>
    /// <exception cref="ArgumentException">The table lacks a feature of the plan or describes it otherwise.</exception>
    public static SafeSummary Of(FeatureTable table, SafePlan plan) => new SafeSummaryBuilder(plan, table).Build();

    /// <summary>The summary of several tables together.</summary>
    /// <param name="parts">One or more, of the same plan.</param>
    /// <exception cref="ArgumentException">No part, or parts of different plans.</exception>
    public static SafeSummary Sum(IReadOnlyList<SafeSummary> parts) => parts.Count == 0
        ? throw new ArgumentException("There is no summary to add up.")
        : parts.Skip(1).Aggregate(parts[0], Add);

    /// <summary>
    /// Without small groups: a group of 1..k-1 patients is taken out and, smallest first, as many more of its table until those
    /// hold k together, so that nothing follows by subtraction; of two features the whole table, since the counts of each feature
    /// would give the group away, also where only the finer bins of a number are too small, or those of whom the other lesion is
    /// not known; a hazard stays, as it rests on ten events at least.
    /// </summary>
    /// <param name="k">The smallest group that may be told; 1 for all.</param>
    public SafeSummary Suppressed(int k) => this with
    {
        Columns = Hide(Columns, k),
        Numbers = Numbers.ToDictionary(entry => entry.Key, entry => entry.Value.Told(Hide(Columns[entry.Key], k))),
        ClinicalPairs = HideWhole(ClinicalPairs, (pair, cells) => [.. cells, .. pair.Split('|').SelectMany(name => Columns[name])], k),
        LesionPairs = HideWhole(LesionPairs, (pair, cells) => [.. cells, .. OtherUnknown(pair.Split('|'), cells)], k),
        LesionsPerPatient = Hide(LesionsPerPatient, k),
        Events = Hide(Events, k),
        Censored = Hide(Censored, k),
    };

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="ArgumentException">The text is no summary.</exception>
    public static SafeSummary FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SafeSummary>(json, Json) ?? throw new ArgumentException("The summary is null.");
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"No SAFE summary: {problem.Message}", problem);
        }
    }

    private static SafeSummary Add(SafeSummary left, SafeSummary right) => new()
    {
        Rows = left.Rows + right.Rows,
        Columns = Add(left.Columns, right.Columns, Add),
        Numbers = left.Numbers.Count == 0 || right.Numbers.Count == 0 ? new Dictionary<string, BinSums>() : Add(left.Numbers, right.Numbers, (a, b) => a + b),
        ClinicalPairs = Add(left.ClinicalPairs, right.ClinicalPairs, Add),
        LesionPairs = Add(left.LesionPairs, right.LesionPairs, Add),
        LesionsPerPatient = Add(left.LesionsPerPatient, right.LesionsPerPatient),
        Events = Add(left.Events, right.Events),
        Censored = Add(left.Censored, right.Censored),
        Hazards = Add(left.Hazards, right.Hazards, (a, b) => a + b),
    };

    private static Dictionary<string, T> Add<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right, Func<T, T, T> add) =>
        left.Count == right.Count && left.Keys.All(right.ContainsKey)
            ? left.ToDictionary(entry => entry.Key, entry => add(entry.Value, right[entry.Key]))
            : throw new ArgumentException("The summaries are of different plans: they name different features.");

    private static long[] Add(long[] left, long[] right) => left.Length == right.Length
        ? [.. left.Zip(right, (a, b) => a + b)]
        : throw new ArgumentException($"The summaries are of different plans: tables of {left.Length} and {right.Length} cells.");

    private static Dictionary<string, long[]> Hide(IReadOnlyDictionary<string, long[]> tables, int k) => tables.ToDictionary(entry => entry.Key, entry => Hide(entry.Value, k));

    /// <param name="tables">By pair.</param>
    /// <param name="follow">The groups that are known, or follow by subtraction, where a table is told.</param>
    /// <param name="k">None of them may be smaller.</param>
    private static Dictionary<string, long[]> HideWhole(IReadOnlyDictionary<string, long[]> tables, Func<string, long[], long[]> follow, int k) =>
        tables.ToDictionary(entry => entry.Key, entry => Array.Exists(follow(entry.Key, entry.Value), count => count > 0 && count < k) ? new long[entry.Value.Length] : entry.Value);

    /// <summary>Patients with and without either lesion of whom the other is not known: what a lesion's own counts have more than its pair's.</summary>
    private long[] OtherUnknown(string[] pair, long[] cells)
    {
        var (first, second) = (Columns[pair[0]], Columns[pair[1]]);
        return [first[1] - cells[0] - cells[1], first[0] - cells[2] - cells[3], second[1] - cells[0] - cells[2], second[0] - cells[1] - cells[3]];
    }

    private static long[] Hide(long[] cells, int k)
    {
        var (told, hidden) = ((long[])cells.Clone(), 0L);
        foreach (var cell in Enumerable.Range(0, cells.Length).Where(i => cells[i] > 0).OrderBy(i => cells[i]))
        {
            if (cells[cell] >= k && (hidden == 0 || hidden >= k))
            {
                break;
            }

            hidden += cells[cell];
            told[cell] = 0;
        }

        return told;
    }
}
