using System.Globalization;
using CsvHelper;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Features;

namespace GenoMed.Fhir.Guides.Export;

/// <summary>A feature table as the guide's CSV (the ETL reads it again) and its dictionary as a CSV for people.</summary>
public static class DatasetCsv
{
    private static readonly CsvWriterOptions Writing = new() { NewLine = "\n" };

    /// <summary>One row a patient, in the table's order; missing is empty.</summary>
    public static void WriteRows(string path, FeatureTable table, DataDictionary dictionary, TextTable? texts = null)
    {
        using var file = File.Create(path);
        WriteRows(file, table, dictionary, texts: texts);
    }

    /// <summary>The same to a stream, which stays open: the canonical bytes of a table, whose SHA-256 names it.</summary>
    /// <param name="stream">UTF-8 goes there.</param>
    /// <param name="table">The rows.</param>
    /// <param name="dictionary">Has each of the table's features.</param>
    /// <param name="first">The first row written.</param>
    /// <param name="count">How many; all that follow where it is left out.</param>
    /// <param name="texts">The rows' texts; a column for each that any patient has follows the features.</param>
    public static void WriteRows(Stream stream, FeatureTable table, DataDictionary dictionary, int first = 0, int? count = null, TextTable? texts = null)
    {
        using var writer = CsvWriter.Create(stream, Writing, leaveOpen: true);
        var features = table.Schema.Features.Select(feature => dictionary[feature.Name]).ToArray();
        var written = Texts(texts, dictionary);
        writer.WriteHeader([dictionary.Head.Identifier.Column, .. features.SelectMany(Columns), .. written.Select(text => text.Name)]);
        for (var row = first; row < first + (count ?? (table.Count - first)); row++)
        {
            writer.WriteRecord([table.RowIds[row], .. features.SelectMany(feature => Cells(feature, table, row)), .. written.Select(text => texts!.Find(table.RowIds[row], text.Name) ?? "")]);
        }
    }

    /// <summary>What each feature is: one row a feature.</summary>
    public static void WriteDictionary(string path, FeatureTable table, DataDictionary dictionary, TextTable? texts = null)
    {
        using var file = File.Create(path);
        WriteDictionary(file, table, dictionary, texts);
    }

    /// <summary>The same to a stream, which stays open.</summary>
    public static void WriteDictionary(Stream stream, FeatureTable table, DataDictionary dictionary, TextTable? texts = null)
    {
        using var writer = CsvWriter.Create(stream, Writing, leaveOpen: true);
        writer.WriteHeader(["feature", "columns", "label", "type", "role", "unit", "categories", "minimum", "maximum", "codes"]);
        foreach (var feature in table.Schema.Features.Select(feature => dictionary[feature.Name]))
        {
            writer.WriteRecord(Described(feature));
        }

        foreach (var text in Texts(texts, dictionary))
        {
            writer.WriteRecord([text.Name, text.Name, text.Label, "Text", "", "", "", "", "", string.Join(' ', text.Codings.Select(coding => coding.Key))]);
        }
    }

    private static TextDefinition[] Texts(TextTable? texts, DataDictionary dictionary)
        => texts?.Names is { Count: > 0 } names ? [.. dictionary.Texts.Where(text => names.Contains(text.Name))] : [];

    private static string[] Described(FeatureDefinition feature) =>
    [
        feature.Name,
        feature.Feature.Type == FeatureType.Vector ? $"{feature.Columns[0]}_0 to {feature.Columns[0]}_{feature.Feature.Width - 1}" : string.Join(' ', feature.Columns),
        feature.Feature.Label,
        feature.Feature.Type.ToString(),
        feature.Feature.Role.ToString(),
        feature.Feature.Unit ?? "",
        string.Join(" | ", feature.Categories.Select(category => $"{category.Code}: {category.Label}")),
        feature.Feature.Minimum?.ToString(CultureInfo.InvariantCulture) ?? "",
        feature.Feature.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "",
        string.Join(' ', feature.Codings.Select(coding => coding.Key)),
    ];

    private static IEnumerable<string> Columns(FeatureDefinition feature) => feature.Feature.Type == FeatureType.Vector
        ? Enumerable.Range(0, feature.Feature.Width).Select(i => $"{feature.Columns[0]}_{i}")
        : feature.Columns;

    private static IEnumerable<string> Cells(FeatureDefinition feature, FeatureTable table, int row)
    {
        var width = feature.Feature.Width;
        for (var part = 0; part < width; part++)
        {
            var value = table.Column(feature.Name)[(row * width) + part];
            var coded = feature.Categories.Count > 0 && (width == 1 || part == 1);
            yield return double.IsNaN(value) ? "" : coded ? feature.Categories[(int)value].Code : value.ToString("R", CultureInfo.InvariantCulture);
        }
    }
}
