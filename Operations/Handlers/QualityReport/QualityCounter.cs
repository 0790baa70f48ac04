using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Disclosure;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>Counts for each feature who has it, who lacks it and whose value is out of range; small cells are left out.</summary>
internal static class QualityCounter
{
    public static IReadOnlyList<FeatureQuality> Count(FeatureTable table, int minimumCell)
        => [.. table.Schema.Features.Select(feature => Count(table, feature, minimumCell))];

    private static FeatureQuality Count(FeatureTable table, Feature feature, int minimumCell)
    {
        var values = table.Column(feature.Name);
        var present = 0;
        var outside = 0;
        for (var row = 0; row < table.Count; row++)
        {
            var cell = values.Slice(row * feature.Width, feature.Width);
            present += IsPresent(cell) ? 1 : 0;
            outside += IsOutside(cell, feature) ? 1 : 0;
        }

        return Tell(feature.Name, present, table.Count - present, outside, minimumCell);
    }

    private static FeatureQuality Tell(string name, int present, int missing, int outside, int minimumCell)
    {
        // The rows are known, so each of present and missing tells the other: one small cell hides both.
        var hidden = SmallCells.IsSmall(present, minimumCell) || SmallCells.IsSmall(missing, minimumCell);
        var outOfRange = SmallCells.Suppress(outside, minimumCell);
        return new FeatureQuality
        {
            Name = name,
            Present = hidden ? null : present,
            Missing = hidden ? null : missing,
            OutOfRange = outOfRange,
            Suppressed = hidden || outOfRange is null,
        };
    }

    /// <summary>All numbers of the cell are known.</summary>
    private static bool IsPresent(ReadOnlySpan<double> cell)
    {
        foreach (var value in cell)
        {
            if (double.IsNaN(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first number of the cell (the duration of a time-to-event feature) is outside the plausible range.</summary>
    private static bool IsOutside(ReadOnlySpan<double> cell, Feature feature)
        => cell[0] < feature.Minimum || cell[0] > feature.Maximum;
}
