using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Guides.Tests;

/// <summary>Rows over the whole of what a dictionary allows, a fifth of the cells missing.</summary>
internal static class GeneratedRows
{
    private const double Missing = 0.2;

    public static PatientRow[] Of(DataDictionary dictionary, Random random, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var values = dictionary.Features.SelectMany(feature => Cells(feature, random)).ToArray();
        Obey(dictionary, values);
        return new PatientRow($"P{random.Next(1000)}-{i}", values, new string?[values.Length]);
    })];

    /// <summary>The rows as a hospital's file.</summary>
    public static string Csv(DataDictionary dictionary, IEnumerable<PatientRow> rows)
    {
        var header = string.Join(',', dictionary.Features.SelectMany(Columns).Prepend(dictionary.Head.Identifier.Column));
        return string.Join('\n', rows.Select(row => string.Join(',', dictionary.Features.SelectMany((feature, i) => Texts(feature, row.Values, dictionary.Offset(i))).Prepend(row.SourceId))).Prepend(header)) + "\n";
    }

    private static IEnumerable<string> Columns(FeatureDefinition feature) => feature.Feature.Type == FeatureType.Vector
        ? Enumerable.Range(0, feature.Feature.Width).Select(i => $"{feature.Columns[0]}_{i}")
        : feature.Columns;

    private static double[] Cells(FeatureDefinition feature, Random random)
    {
        var missing = random.NextDouble() < Missing;
        var number = (feature.LowerLimit ?? -5) + (random.NextDouble() * ((feature.UpperLimit ?? 12) - (feature.LowerLimit ?? -5)));
        return feature.Feature.Type switch
        {
            FeatureType.TimeToEvent => missing ? [double.NaN, double.NaN] : [number, random.NextDouble() < 0.1 ? double.NaN : random.Next(2)],
            FeatureType.Category or FeatureType.Binary => [missing ? double.NaN : random.Next(feature.Categories.Count)],
            FeatureType.Count => [missing ? double.NaN : Math.Floor(Math.Abs(number))],
            FeatureType.Vector => [.. Enumerable.Range(0, feature.Feature.Width).Select(_ => missing ? double.NaN : Component(random))],
            _ => [missing ? double.NaN : number],
        };
    }

    /// <summary>Half of the embeddings are of single precision.</summary>
    private static double Component(Random random) => random.Next(2) == 0 ? (float)random.NextDouble() : random.NextDouble();

    /// <summary>A detail stands only beside its finding.</summary>
    private static void Obey(DataDictionary dictionary, double[] values)
    {
        for (var position = 0; position < dictionary.Features.Count; position++)
        {
            if (dictionary.Features[position].Carrier.Of is { } finding && values[dictionary.Offset(dictionary.Position(finding))] != 1)
            {
                values[dictionary.Offset(position)] = double.NaN;
            }
        }
    }

    private static IEnumerable<string> Texts(FeatureDefinition feature, double[] values, int offset)
    {
        for (var part = 0; part < feature.Feature.Width; part++)
        {
            var value = values[offset + part];
            yield return double.IsNaN(value) ? "" : feature.Categories.Count > 0 && (feature.Feature.Width == 1 || part == 1)
                ? feature.Categories[(int)value].Code
                : value.ToString("R", CultureInfo.InvariantCulture);
        }
    }
}
