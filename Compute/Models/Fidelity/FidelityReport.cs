using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>How alike two tables are by SDMetrics' quality report, each number 0..1, higher is better.</summary>
public sealed record FidelityReport
{
    /// <summary>Column name to KSComplement (numbers) or TVComplement (discrete); NaN where a column has no value.</summary>
    public required IReadOnlyDictionary<string, double> Columns { get; init; }

    /// <summary>Mean KSComplement of the numbers; NaN where there are none.</summary>
    public required double Numbers { get; init; }

    /// <summary>Mean TVComplement of the discrete columns; NaN where there are none.</summary>
    public required double Discretes { get; init; }

    /// <summary>Mean of all columns.</summary>
    public required double ColumnShapes { get; init; }

    /// <summary>
    /// Mean over all pairs of columns: CorrelationSimilarity of two numbers, else ContingencySimilarity with numbers in
    /// ten equal bins. Both tables are binned by the real range (SDMetrics bins each by its own).
    /// </summary>
    public required double PairTrends { get; init; }

    /// <summary>(shapes + trends) / 2</summary>
    public double Quality => (ColumnShapes + PairTrends) / 2;

    /// <summary>Compares the columns that the synthetic table has.</summary>
    /// <exception cref="ArgumentException">A table has no rows, or the tables describe a feature differently.</exception>
    public static FidelityReport Of(FeatureTable real, FeatureTable synthetic)
    {
        var columns = FidelityColumn.Of(real, synthetic);
        var shapes = columns.Select(Shape).ToArray();
        return new FidelityReport
        {
            Columns = columns.Zip(shapes).ToDictionary(pair => pair.First.Name, pair => pair.Second),
            Numbers = Mean(shapes.Where((_, i) => columns[i].IsContinuous)),
            Discretes = Mean(shapes.Where((_, i) => !columns[i].IsContinuous)),
            ColumnShapes = Mean(shapes),
            PairTrends = Mean(Trends(columns)),
        };
    }

    private static double Shape(FidelityColumn column) => column.IsContinuous
        ? ColumnShape.KsComplement(column.Real, column.Synthetic)
        : ColumnShape.TvComplement(column.Real, column.Synthetic);

    private static IEnumerable<double> Trends(FidelityColumn[] columns)
    {
        var codes = columns.Select(DiscreteColumn.Of).ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = i + 1; j < columns.Length; j++)
            {
                yield return columns[i].IsContinuous && columns[j].IsContinuous
                    ? PairTrend.CorrelationSimilarity(columns[i].Real, columns[j].Real, columns[i].Synthetic, columns[j].Synthetic)
                    : PairTrend.ContingencySimilarity(
                        codes[i].Real, codes[j].Real, codes[i].Synthetic, codes[j].Synthetic, codes[i].Codes, codes[j].Codes);
            }
        }
    }

    private static double Mean(IEnumerable<double> scores) =>
        scores.Where(score => !double.IsNaN(score)).DefaultIfEmpty(double.NaN).Average();
}
