using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>Draws rows until enough of them are kept, and makes them a table.</summary>
internal static class SyntheticTable
{
    private const int BatchSize = 500;

    /// <summary>So many draws for each row that is asked for; a condition or range that keeps fewer is refused.</summary>
    private const int DrawsPerRow = 2000;

    /// <param name="plan">Names the features: inputs and outcome.</param>
    /// <param name="layout">Of the drawn rows.</param>
    /// <param name="count">Rows asked for.</param>
    /// <param name="filter">What is kept.</param>
    /// <param name="draw">Gives n rows, [n × width] row-major.</param>
    /// <exception cref="ArgumentException">Too few rows are kept.</exception>
    public static FeatureTable Generate(
        ModelPlan plan, TabularLayout layout, int count, RowFilter filter, Func<int, float[]> draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var (kept, drawn) = (new List<float[]>(count), 0L);
        while (kept.Count < count)
        {
            if (drawn >= Math.Max(1, count) * (long)DrawsPerRow)
            {
                throw new ArgumentException($"Of {drawn} generated rows {kept.Count} are within the features' ranges and meet the conditions: expected {count}.");
            }

            kept.AddRange(draw(BatchSize).Chunk(layout.Width).Where(row => filter.Keeps(row)).Take(count - kept.Count));
            drawn += BatchSize;
        }

        Feature[] features = [.. plan.Inputs.Append(plan.Outcome).Distinct().Select(name => plan.Schema[name])];
        return TabularDecoder.Decode(layout, features, kept, plan.Schema);
    }
}
