using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Data;

/// <summary>Small schemas and tables for tests.</summary>
internal static class Tables
{
    public static FeatureSchema Schema(params Feature[] features) => new("test", "1", features);

    public static Feature Number(string name) => new() { Name = name, Type = FeatureType.Continuous, Role = FeatureRole.Input };

    public static Feature Binary(string name) => new() { Name = name, Type = FeatureType.Binary, Role = FeatureRole.Input };

    public static Feature Category(string name, bool ordered, params string[] categories) =>
        new() { Name = name, Type = FeatureType.Category, Role = FeatureRole.Input, Categories = categories, Ordered = ordered };

    public static Feature Outcome(string name) => new() { Name = name, Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Unit = "a" };

    /// <summary>A table of one-number features, a column each.</summary>
    public static FeatureTable Of(FeatureSchema schema, params double[][] columns) => new(
        schema,
        [.. Enumerable.Range(0, columns[0].Length / schema.Features[0].Width).Select(row => row.ToString("D6", CultureInfo.InvariantCulture))],
        schema.Features.Zip(columns).ToDictionary(pair => pair.First.Name, pair => pair.Second));

    /// <summary>n patients whose hazard rises with <c>x</c> and <c>g</c>; <c>noise</c> is sometimes missing; outcome <c>os</c>.</summary>
    public static FeatureTable Cohort(int n, int seed)
    {
        var random = new Random(seed);
        var schema = Schema(Number("x"), Binary("g"), Number("noise"), Outcome("os"));
        var (x, g, noise, os) = (new double[n], new double[n], new double[n], new double[2 * n]);
        for (var i = 0; i < n; i++)
        {
            x[i] = Math.Round((random.NextDouble() * 4) - 2, 3);
            g[i] = random.NextDouble() < 0.3 ? 1 : 0;
            noise[i] = random.NextDouble() < 0.1 ? double.NaN : random.NextDouble();
            var death = -Math.Log(1 - random.NextDouble()) / (0.2 * Math.Exp((1.2 * x[i]) + g[i]));
            var end = 10 * random.NextDouble();
            os[2 * i] = Math.Max(0.01, Math.Round(Math.Min(death, end), 2));
            os[(2 * i) + 1] = death <= end ? 1 : 0;
        }

        return Of(schema, x, g, noise, os);
    }
}
