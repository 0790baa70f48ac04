using System.Text.Json;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Compute.Models.Benchmarks;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary>What <c>genomed bench survival</c> measures: <c>survival.json</c>, which is part of the program.</summary>
internal sealed record SurvivalBenchFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public required IReadOnlyDictionary<string, SurvivalRecipe> Recipes { get; init; }

    public required IReadOnlyList<SurvivalCandidate> Candidates { get; init; }

    public required IReadOnlyList<SurvivalSet> Sets { get; init; }

    public static SurvivalBenchFile Load()
    {
        using var stream = typeof(SurvivalBenchFile).Assembly.GetManifestResourceStream("survival.json")!;
        return JsonSerializer.Deserialize<SurvivalBenchFile>(stream, Json)!;
    }

    /// <summary>The sets of those names, in the file's order; all where none is named.</summary>
    /// <exception cref="UsageException">A name is unknown.</exception>
    public IReadOnlyList<SurvivalSet> Select(IReadOnlyCollection<string> names)
        => names.Except(Sets.Select(set => set.Name)).FirstOrDefault() is { } unknown
            ? throw new UsageException($"--set: there is no '{unknown}'; there are: {string.Join(", ", Sets.Select(set => set.Name))}.")
            : [.. Sets.Where(set => names.Count == 0 || names.Contains(set.Name))];
}
