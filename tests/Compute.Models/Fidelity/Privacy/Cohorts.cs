using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy;

/// <summary>Patients of one population, with many numbers so that rows seldom coincide.</summary>
internal static class Cohorts
{
    private static readonly FeatureSchema Schema = Tables.Schema(
        [.. Enumerable.Range(0, 6).Select(i => Tables.Number($"x{i}")), .. Enumerable.Range(0, 12).Select(i => Tables.Binary($"g{i:00}")),
         Tables.Category("class", false, "p", "q", "r", "s"), Tables.Outcome("os")]);

    public static FeatureTable Of(int count, long seed)
    {
        var random = new RandomStream(seed);
        var columns = Schema.Features.Select(feature => new double[count * feature.Width]).ToArray();
        for (var row = 0; row < count; row++)
        {
            var severity = random.NextNormal();
            for (var i = 0; i < 6; i++)
            {
                columns[i][row] = random.NextDouble() < 0.05 ? double.NaN : Math.Round((0.6 * severity) + random.NextNormal(), 3);
            }

            for (var i = 6; i < 18; i++)
            {
                columns[i][row] = random.NextDouble() < 0.08 * (1 + Math.Clamp(severity, -1, 2)) ? 1 : 0;
            }

            columns[18][row] = random.NextInt(4);
            columns[19][2 * row] = Math.Round(-Math.Log(1 - random.NextDouble()) * Math.Exp(-severity / 2), 3);
            columns[19][(2 * row) + 1] = random.NextDouble() < 0.6 ? 1 : 0;
        }

        return Tables.Of(Schema, columns);
    }

    /// <summary>The first rows again: a generator that remembers.</summary>
    public static FeatureTable Copies(FeatureTable table, int count) => table.Select([.. Enumerable.Range(0, count)]);
}
