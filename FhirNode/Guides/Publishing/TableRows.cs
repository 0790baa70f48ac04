using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>The third direction of a dictionary: rows of a feature table as patients, from which <see cref="RowToFhir"/> makes resources.</summary>
public static class TableRows
{
    /// <summary>One patient a row, in the table's order; features that the table lacks are missing.</summary>
    /// <param name="table">Features by the dictionary's names, such as a generator's.</param>
    /// <param name="dictionary">The guide's dictionary.</param>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many; all that follow where it is left out.</param>
    /// <exception cref="KeyNotFoundException">The table has a feature that the dictionary has not.</exception>
    public static IEnumerable<PatientRow> Of(FeatureTable table, DataDictionary dictionary, int first = 0, int? count = null)
    {
        var places = table.Schema.Features.Select(feature => (feature.Name, feature.Width, Offset: dictionary.Offset(dictionary.Position(feature.Name)))).ToArray();
        for (var row = first; row < first + (count ?? (table.Count - first)); row++)
        {
            var values = new double[dictionary.Width];
            Array.Fill(values, double.NaN);
            foreach (var (name, width, offset) in places)
            {
                table.Column(name).Slice(row * width, width).CopyTo(values.AsSpan(offset));
            }

            yield return new PatientRow(table.RowIds[row], values, new string?[dictionary.Width]);
        }
    }
}
