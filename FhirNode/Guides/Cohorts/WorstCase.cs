using Bogus;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>
/// The paper's worst case: every hospital lacks some features altogether, another set each. The test patients have all.
/// </summary>
public static class WorstCase
{
    /// <summary>The share of the optional inputs that each hospital lacks.</summary>
    public const double Share = 0.2;

    /// <summary>Empties the columns that each node lacks, drawn by seed.</summary>
    public static CohortSplit Apply(CohortSplit split, DataDictionary dictionary, int seed)
        => split with { Nodes = Apply(split.Nodes, dictionary, seed, Share) };

    /// <summary>The same for sites that were dealt otherwise.</summary>
    /// <param name="sites">The cohorts.</param>
    /// <param name="dictionary">The guide's dictionary.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="share">The share of the optional inputs that each site lacks, 0 to 1.</param>
    public static IReadOnlyList<Cohort> Apply(IReadOnlyList<Cohort> sites, DataDictionary dictionary, int seed, double share)
    {
        var randomizer = new Randomizer(seed);
        var optional = dictionary.Features
            .Where(feature => feature.Feature.Role == FeatureRole.Input && !feature.Required)
            .Select(feature => feature.Columns[0])
            .ToList();
        return [.. sites.Select(site => Without(site, Lacking(optional, randomizer, share)))];
    }

    private static HashSet<string> Lacking(List<string> optional, Randomizer randomizer, double share)
        => [.. randomizer.Shuffle(optional).Take((int)Math.Round(optional.Count * share))];

    private static Cohort Without(Cohort cohort, HashSet<string> lacking)
    {
        var keep = cohort.Header.Select(column => !lacking.Contains(column)).ToArray();
        return cohort with { Rows = [.. cohort.Rows.Select(row => row.Select((cell, i) => keep[i] ? cell : "").ToArray())] };
    }
}
