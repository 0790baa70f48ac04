using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>What a survival network trains on: the encoded rows of the patients whose outcome is known and whose follow-up is above 0.</summary>
/// <param name="Matrix">[n × p] row-major.</param>
/// <param name="Width">p.</param>
/// <param name="Durations">[n]</param>
/// <param name="Events">[n], 0 or 1.</param>
internal sealed record SurvivalRows(float[] Matrix, int Width, double[] Durations, double[] Events)
{
    public int Count => Durations.Length;

    /// <summary>The usable rows of a table.</summary>
    /// <exception cref="ArgumentException">There is none; an event is not 0 or 1; a column does not fit the plan.</exception>
    public static SurvivalRows Of(ModelPlan plan, FeatureTable table)
    {
        var selected = KnownOutcome.Of(table, plan.Outcome);
        var encoding = plan.CreateEncoding();
        return new SurvivalRows(encoding.Encode(selected), encoding.Width, selected.Durations(plan.Outcome), selected.Events(plan.Outcome));
    }

    /// <summary>The rows at the given positions, in that order.</summary>
    public SurvivalRows Pick(ReadOnlySpan<int> rows)
    {
        var picked = new SurvivalRows(new float[rows.Length * Width], Width, new double[rows.Length], new double[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            Matrix.AsSpan(rows[i] * Width, Width).CopyTo(picked.Matrix.AsSpan(i * Width));
            picked.Durations[i] = Durations[rows[i]];
            picked.Events[i] = Events[rows[i]];
        }

        return picked;
    }
}
