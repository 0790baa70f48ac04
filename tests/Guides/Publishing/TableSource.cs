using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Guides.Tests.Publishing;

/// <summary>A generator for tests: draws rows by a function, and meets conditions by drawing again.</summary>
internal sealed class TableSource(FeatureSchema schema, Func<Random, Feature, double[]> cell)
{
    private const int Patience = 10_000;

    /// <summary>Conditions of each call, in order.</summary>
    public List<IReadOnlyDictionary<string, double>> Asked { get; } = [];

    public FeatureSchema Schema => schema;

    /// <summary>The features of these names, in the dictionary's order.</summary>
    public static FeatureSchema Of(DataDictionary dictionary, params string[] names)
        => dictionary.Schema with { Features = [.. dictionary.Schema.Features.Where(feature => names.Contains(feature.Name))] };

    public FeatureTable Generate(int count, long seed, IReadOnlyDictionary<string, double> conditions)
    {
        Asked.Add(conditions);
        var random = new Random((int)(seed % int.MaxValue));
        var columns = schema.Features.ToDictionary(feature => feature.Name, feature => new double[count * feature.Width]);
        for (var row = 0; row < count; row++)
        {
            foreach (var (name, values) in Row(random, conditions))
            {
                values.CopyTo(columns[name], row * values.Length);
            }
        }

        return new FeatureTable(schema, [.. Enumerable.Range(0, count).Select(i => $"{i:D6}")], columns);
    }

    private Dictionary<string, double[]> Row(Random random, IReadOnlyDictionary<string, double> conditions)
    {
        for (var i = 0; i < Patience; i++)
        {
            var row = schema.Features.ToDictionary(feature => feature.Name, feature => cell(random, feature));
            if (conditions.All(condition => row[condition.Key][0] == condition.Value))
            {
                return row;
            }
        }

        throw new ArgumentException("The model finds no such row.");
    }
}
