using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>A guide's CSV as a feature table: the way back of <see cref="Export.DatasetCsv"/>, by the rules of the ETL.</summary>
public static class TableReader
{
    /// <summary>A file of another shape has a fault in every cell; nobody reads them all.</summary>
    private const int Reported = 100;

    /// <summary>Reads some features of every row.</summary>
    /// <param name="source">The CSV.</param>
    /// <param name="dictionary">The guide's dictionary.</param>
    /// <param name="features">Names of the features of the table, each of which the file must have.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="OperationProblem">The file has faults: each with row, column and rule; or it has no rows.</exception>
    public static async Task<FeatureTable> ReadAsync(EtlSource source, DataDictionary dictionary, IReadOnlyList<string> features, CancellationToken cancellationToken)
    {
        var options = new EtlOptions { Features = features.ToHashSet(), RequireFeatures = true, MaxReported = Reported };
        var report = await new EtlChecker(dictionary, options).CheckAsync(source, null, cancellationToken).ConfigureAwait(false);
        if (!report.MayLoad(skipInvalid: false))
        {
            throw report.ToProblem();
        }

        var rows = new List<PatientRow>();
        await foreach (var row in new EtlRunner(dictionary, options).RowsAsync(source, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows.Count > 0
            ? Table(rows, dictionary, features)
            : throw OperationProblem.Invalid($"'{source.Name}' has no patients.");
    }

    private static FeatureTable Table(List<PatientRow> rows, DataDictionary dictionary, IReadOnlyList<string> features)
    {
        rows.Sort((left, right) => string.CompareOrdinal(left.SourceId, right.SourceId));
        var schema = dictionary.Schema with { Features = [.. features.Select(name => dictionary.Schema[name])] };
        return new FeatureTable(schema, [.. rows.Select(row => row.SourceId)], schema.Features.ToDictionary(feature => feature.Name, feature =>
        {
            var (offset, column) = (dictionary.Offset(dictionary.Position(feature.Name)), new double[rows.Count * feature.Width]);
            for (var row = 0; row < rows.Count; row++)
            {
                rows[row].Values.AsSpan(offset, feature.Width).CopyTo(column.AsSpan(row * feature.Width));
            }

            return column;
        }));
    }
}
