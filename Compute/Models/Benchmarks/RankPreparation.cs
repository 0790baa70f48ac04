using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>
/// Columns for a network that reads numbers only, fitted on training rows: whole values with 3 to 8 of them become one
/// column a value but the first; any other column of more than two values is kept and has its normal scores beside it
/// (van der Waerden's: the normal quantile of the rank), which an outlier does not stretch. All within ±4 standard deviations.
/// </summary>
internal sealed class RankPreparation
{
    private const int OneHotValues = 8;
    private const double Limit = 4;

    private readonly string _outcome;
    private readonly (string Name, string Source, Func<double, double> Value)[] _columns;

    /// <param name="training">The rows that everything is fitted on.</param>
    /// <param name="outcome">The column that stays as it is.</param>
    public RankPreparation(FeatureTable training, string outcome)
    {
        _outcome = outcome;
        _columns = [.. training.Schema.WithRole(FeatureRole.Input).SelectMany(feature => Columns(feature.Name, training.Column(feature.Name).ToArray()))];
    }

    /// <summary>The same columns of any rows.</summary>
    public FeatureTable Apply(FeatureTable table)
    {
        var columns = _columns.ToDictionary(
            column => column.Name, column => table.Column(column.Source).ToArray().Select(value => double.IsNaN(value) ? value : column.Value(value)).ToArray());
        columns[_outcome] = [.. table.Column(_outcome)];
        var inputs = _columns.Select(column => new Feature { Name = column.Name, Type = FeatureType.Continuous, Role = FeatureRole.Input });
        return new FeatureTable(new FeatureSchema("benchmark", "1", [.. inputs, table.Schema[_outcome]]), table.RowIds, columns);
    }

    private static IEnumerable<(string Name, string Source, Func<double, double> Value)> Columns(string name, double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        double[] distinct = [.. sorted.Distinct()];
        if (distinct.Length is > 2 and <= OneHotValues && distinct.All(value => value == Math.Floor(value)))
        {
            return distinct.Skip(1).Select((code, i) => ($"{name}={i + 1}", name, Within(sorted, value => value == code ? 1 : 0)));
        }

        (string, string, Func<double, double>) number = (name, name, Within(sorted, value => value));
        return distinct.Length > 2 ? [number, ($"{name} rank", name, value => NormalScore.Of(sorted, value))] : [number];
    }

    private static Func<double, double> Within(double[] values, Func<double, double> column)
    {
        double[] numbers = [.. values.Select(column)];
        var mean = numbers.DefaultIfEmpty(0).Average();
        var reach = Limit * Math.Sqrt(numbers.Select(number => (number - mean) * (number - mean)).DefaultIfEmpty(0).Average());
        return value => Math.Clamp(column(value), mean - reach, mean + reach);
    }
}
