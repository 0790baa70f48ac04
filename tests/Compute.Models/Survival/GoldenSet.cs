using System.Globalization;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

/// <summary>One block of Goldens/survival.txt, with its rows.</summary>
internal sealed class GoldenSet(string name, IReadOnlyDictionary<string, double[]> values)
{
    private static readonly Dictionary<string, string[]> SharedCovariates = new()
    {
        ["deepsurv/support.csv"] = ["x0", "x7", "x13"],
        ["deepsurv/metabric.csv"] = ["x8", "x4", "x0"],
        ["savae/pbc.csv"] = ["bili", "edema", "stage"],
        ["savae/std.csv"] = ["age", "yschool", "condom"],
    };

    public static TheoryData<string> Names => [.. GoldenFile.Read("survival.txt").Keys];

    public double[] this[string key] => values[key];

    public static GoldenSet Load(string name) => new(name, GoldenFile.Read("survival.txt")[name]);

    /// <summary>Durations, events and covariates [n, p]; the first covariate is the risk.</summary>
    public (double[] Durations, double[] Events, double[,] Covariates) Rows()
    {
        if (name.StartsWith("R:", StringComparison.Ordinal))
        {
            var rows = RData.Read(name);
            return (rows["time"], rows["event"], Matrix([.. rows.Where(column => column.Key is not ("time" or "event")).Select(column => column.Value)]));
        }

        return name.EndsWith(".csv", StringComparison.Ordinal) ? SharedRows() : (values["time"], values["event"], Matrix([values["a"], values["b"]]));
    }

    public static double[] Risk(double[,] covariates) => Column(covariates, 0);

    /// <summary>The curves that the golden script predicts: Weibull, scale and shape from the first two covariates.</summary>
    public static SurvivalCurves Curves(double[] durations, double[,] covariates)
    {
        var (scales, shapes) = (Standardised(Column(covariates, 0)), Standardised(Column(covariates, 1)));
        double[] sorted = [.. durations.Order()];
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double[] grid = [.. Enumerable.Range(0, 26).Select(t => sorted[^1] * t / 25)];
        var survival = new double[grid.Length, durations.Length];
        for (var t = 0; t < grid.Length; t++)
        {
            for (var i = 0; i < durations.Length; i++)
            {
                survival[t, i] = Math.Exp(-Math.Pow(grid[t] / (median * Math.Exp(-0.5 * scales[i])), Math.Exp(0.3 * shapes[i])));
            }
        }

        return new SurvivalCurves(grid, survival);
    }

    private static double[] Standardised(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (values.Length - 1));
        return [.. values.Select(x => (x - mean) / deviation)];
    }

    private (double[] Durations, double[] Events, double[,] Covariates) SharedRows()
    {
        var table = SharedData.Read(name);
        var duration = table[0].ContainsKey("duration") ? "duration" : "time";
        string[] used = [duration, "event", .. SharedCovariates[name]];
        var rows = table.Where(row => used.All(column => row[column].Length > 0)).ToArray();
        return (Column(rows, duration), Column(rows, "event"), Matrix([.. SharedCovariates[name].Select(column => Column(rows, column))]));
    }

    private static double[] Column(double[,] matrix, int column) => [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => matrix[i, column])];

    private static double[] Column(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, string column) =>
        [.. rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];

    private static double[,] Matrix(double[][] columns)
    {
        var matrix = new double[columns[0].Length, columns.Length];
        for (var i = 0; i < columns[0].Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                matrix[i, j] = columns[j][i];
            }
        }

        return matrix;
    }
}
