using System.Globalization;

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
        if (!name.EndsWith(".csv", StringComparison.Ordinal))
        {
            return (values["time"], values["event"], Matrix([values["a"], values["b"]]));
        }

        var table = SharedData.Read(name);
        var duration = table[0].ContainsKey("duration") ? "duration" : "time";
        string[] used = [duration, "event", .. SharedCovariates[name]];
        var rows = table.Where(row => used.All(column => row[column].Length > 0)).ToArray();
        return (Column(rows, duration), Column(rows, "event"), Matrix([.. SharedCovariates[name].Select(column => Column(rows, column))]));
    }

    public static double[] Risk(double[,] covariates) => [.. Enumerable.Range(0, covariates.GetLength(0)).Select(i => covariates[i, 0])];

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
