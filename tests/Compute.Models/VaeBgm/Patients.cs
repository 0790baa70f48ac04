using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.VaeBgm;

/// <summary>Two kinds of patients: in one <c>a</c> and <c>b</c> come together and <c>x</c> is high, in the other neither.</summary>
internal static class Patients
{
    public static FeatureSchema Schema { get; } = Tables.Schema(
        Tables.Number("x") with { Minimum = 0 },
        Tables.Binary("a"),
        Tables.Binary("b"),
        Tables.Category("c", false, "p", "q", "r"),
        Tables.Outcome("os"));

    public static FeatureTable Table(int n, int seed)
    {
        var random = new Random(seed);
        var (x, a, b, c, os) = (new double[n], new double[n], new double[n], new double[n], new double[2 * n]);
        for (var i = 0; i < n; i++)
        {
            var ill = random.NextDouble() < 0.4;
            x[i] = random.NextDouble() < 0.2 ? 0 : random.NextDouble() < 0.1 ? double.NaN : (ill ? 20 : 10) + (4 * random.NextDouble());
            a[i] = random.NextDouble() < (ill ? 0.9 : 0.05) ? 1 : 0;
            b[i] = random.NextDouble() < 0.05 ? double.NaN : random.NextDouble() < (ill ? 0.9 : 0.05) ? 1 : 0;
            c[i] = ill ? 2 : random.Next(2);
            os[2 * i] = (ill ? 1 : 5) * -Math.Log(1 - random.NextDouble());
            os[(2 * i) + 1] = random.NextDouble() < 0.6 ? 1 : 0;
        }

        return Tables.Of(Schema, x, a, b, c, os);
    }

    public static ModelPlan Plan(string model, string options = "{}", long seed = 3) => new()
    {
        Model = model,
        Schema = Schema,
        Inputs = ["x", "a", "b", "c"],
        Outcome = "os",
        Scaler = new FeatureScaler(new Dictionary<string, FeatureScale>
        {
            ["x"] = new() { Mean = 12, StandardDeviation = 7, Missing = true },
            ["b"] = new() { Missing = true },
            ["os"] = new() { Transform = FeatureTransform.Log1p, Mean = 1, StandardDeviation = 0.8 },
        }),
        Options = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(options)!,
        Seed = seed,
    };
}
