using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Guides.Tests.Publishing;

/// <summary>Synthetic sets of any guide from a generator that draws each cell over all that the dictionary allows.</summary>
internal static class SyntheticSets
{
    private const double Missing = 0.2;

    public static readonly ModelLineage Lineage = new()
    {
        Name = "test-generator",
        Model = "bayesian-network",
        WeightsSha256 = new string('a', 64),
        PlanHash = new string('b', 64),
        RunId = "run-1",
        Rounds = 3,
        Nodes = [new TrainingNode("north", "ds-1", 100), new TrainingNode("south", "ds-2", 60)],
        Predecessors = [new string('c', 64)],
    };

    public static SyntheticDataSet Of(Guide guide, SyntheticRequest request)
    {
        string[] outcome = guide.Dictionary.Head.Analysis is { } analysis ? [analysis.Outcome] : [];
        string[] names = [.. guide.Dictionary.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name), .. outcome];
        var source = new TableSource(TableSource.Of(guide.Dictionary, names), (random, feature) => Cell(guide, random, feature));
        return SyntheticDataSet.Draw(guide, source.Schema, source.Generate, request, Lineage, new PublicationTerms("Test set", "CC-BY-4.0", "Test hospital"), null, CancellationToken.None);
    }

    private static double[] Cell(Guide guide, Random random, Feature feature)
    {
        var missing = random.NextDouble() < Missing;
        var (lowest, highest) = HardRules.Range(guide.Dictionary[feature.Name]);
        var number = Math.Max(lowest, -5) + (random.NextDouble() * (Math.Min(highest, 50) - Math.Max(lowest, -5)));
        return feature.Type switch
        {
            FeatureType.TimeToEvent => missing ? [double.NaN, double.NaN] : [20 * random.NextDouble(), random.Next(2)],
            FeatureType.Category => [missing ? double.NaN : random.Next(feature.Categories.Count)],
            FeatureType.Binary => [missing ? double.NaN : random.Next(2)],
            FeatureType.Count => [missing ? double.NaN : Math.Floor(Math.Abs(number))],
            _ => [missing ? double.NaN : number],
        };
    }
}
