using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>
/// The result file. What was measured of each model, split and arm lies under <c>runs</c> and stays, so that a
/// measurement that was stopped goes on; everything else follows from it.
/// </summary>
internal sealed class RunsFile(string file)
{
    private const int Digits = 5;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lock _writing = new();

    private readonly JsonObject _root = File.Exists(file) ? (JsonObject)JsonNode.Parse(File.ReadAllText(file))! : new JsonObject { ["runs"] = new JsonObject() };

    /// <summary>The scores of each round, from the first; null where it has not been measured.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>>? Find(string group, int seed, string arm)
    {
        lock (_writing)
        {
            return _root["runs"]?[group]?[Key(seed)]?[arm] is JsonArray rounds ? [.. rounds.Select(Read)] : null;
        }
    }

    /// <summary>The splits of a model that have that arm.</summary>
    public IReadOnlyList<int> Seeds(string group, string arm) => _root["runs"]?[group] is JsonObject seeds
        ? [.. seeds.Where(seed => seed.Value?[arm] is not null).Select(seed => int.Parse(seed.Key, System.Globalization.CultureInfo.InvariantCulture)).Order()]
        : [];

    /// <summary>Keeps an arm and writes the file.</summary>
    public void Keep(string group, int seed, string arm, IEnumerable<IReadOnlyDictionary<string, double>> rounds)
    {
        lock (_writing)
        {
            var measured = new JsonArray([.. rounds.Select(round => (JsonNode)new JsonObject(round.Select(score => KeyValuePair.Create(score.Key, (JsonNode?)Math.Round(score.Value, Digits)))))]);
            Child(Child(Child(_root, "runs"), group), Key(seed))[arm] = measured;
            Write();
        }
    }

    /// <summary>Replaces everything but the runs.</summary>
    public void Summarise(JsonObject summary)
    {
        lock (_writing)
        {
            var runs = _root["runs"]!.DeepClone();
            _root.Clear();
            foreach (var (name, value) in summary)
            {
                _root[name] = value?.DeepClone();
            }

            _root["runs"] = runs;
            Write();
        }
    }

    private void Write() => File.WriteAllText(file, _root.ToJsonString(Indented) + "\n");

    private static IReadOnlyDictionary<string, double> Read(JsonNode? round) =>
        ((JsonObject)round!).ToDictionary(score => score.Key, score => (double)score.Value!);

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }

    private static string Key(int seed) => seed.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
