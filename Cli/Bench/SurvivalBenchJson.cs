using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary>The results for scripts; a set's name is its path.</summary>
internal static class SurvivalBenchJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(IEnumerable<SurvivalResult> results)
    {
        var root = new JsonObject();
        foreach (var result in results)
        {
            var path = result.Set.Name.Split('.');
            var place = path[..^1].Aggregate(root, (parent, name) => (JsonObject)(parent[name] ??= new JsonObject()));
            place[path[^1]] = One(result);
        }

        return root.ToJsonString(Indented);
    }

    private static JsonObject One(SurvivalResult result) => new()
    {
        ["c_index"] = result.CIndex,
        ["sd"] = result.Sd,
        ["measure"] = result.Measure,
        ["wanted"] = result.Set.Wanted,
        ["reached"] = result.Reached,
        ["reference"] = result.Set.Reference,
        ["reference_source"] = result.Set.Source,
        ["members"] = result.Recipe.Members,
        ["single_network_c_index"] = result.Single,
        ["values"] = new JsonArray([.. result.Scores.Select(Score)]),
        ["seconds"] = Math.Round(result.Seconds, 1),
    };

    private static JsonObject Score(SurvivalScore score)
    {
        var value = new JsonObject { ["seed"] = score.Seed };
        if (score.Fold is { } fold)
        {
            value["fold"] = fold;
        }

        value["c_index"] = score.CIndex;
        return value;
    }
}
