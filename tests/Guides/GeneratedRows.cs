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
        return new PatientRow($"P{random.Next(1000)}-{i}", values, new string?[values.Length]) { TextCells = TextsOf(dictionary, values, random) };
    })];

    /// <summary>HGVS of up to three variants beside every finding that may have it; a fifth of the columns and of the variants unknown.</summary>
    private static Dictionary<string, string> TextsOf(DataDictionary dictionary, double[] values, Random random)
    {
        var cells = new Dictionary<string, string>();
        foreach (var gene in dictionary.Texts.GroupBy(text => text.Of).Where(gene => values[dictionary.Offset(dictionary.Position(gene.Key))] == 1))
        {
            var variants = Enumerable.Range(0, random.Next(1, 4)).ToArray();
            var columns = gene.Where(_ => random.NextDouble() > Missing).ToArray();
            foreach (var text in columns)
            {
                // The first column knows every variant, so that none is without any text.
                cells[text.Name] = string.Join(';', variants.Select(_ => text != columns[0] && variants.Length > 1 && random.NextDouble() < Missing ? "" : Hgvs(text.Syntax, random)));
            }
        }

        return cells.Where(cell => cell.Value.Trim(';').Length > 0).ToDictionary();
    }

    private static string Hgvs(TextSyntax syntax, Random random)
    {
        string[] forms = syntax == TextSyntax.HgvsProtein
            ? ["NP_000537.3:p.(Arg248Gln)", "p.R882H", "p.(Trp288CysfsTer12)", "p.Lys23_Val25del", "p.?"]
            : syntax == TextSyntax.HgvsGenomic ? ["NC_000002.12:g.60490908T>A", "g.135097880_135097882del"]
            : ["NM_000546.6:c.743G>A", "c.524G>A", "NM_002520.7:c.860_863dup", "c.1770-2A>G", "ENST00000269305.9:c.672+1G>T", "c.*32G>A", "c.112_117delinsTG"];
        return forms[random.Next(forms.Length)].Replace("24", $"{random.Next(10, 99)}", StringComparison.Ordinal);
    }

    /// <summary>The rows as a hospital's file.</summary>
    public static string Csv(DataDictionary dictionary, IEnumerable<PatientRow> rows)
    {
        var header = string.Join(',', dictionary.Features.SelectMany(Columns).Prepend(dictionary.Head.Identifier.Column).Concat(dictionary.Texts.Select(text => text.Name)));
        return string.Join('\n', rows.Select(row => string.Join(',', dictionary.Features.SelectMany((feature, i) => Texts(feature, row.Values, dictionary.Offset(i))).Prepend(row.SourceId).Concat(dictionary.Texts.Select(text => row.TextCells.GetValueOrDefault(text.Name, ""))))).Prepend(header)) + "\n";
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
