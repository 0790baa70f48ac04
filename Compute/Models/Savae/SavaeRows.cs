using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tabular;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>What SAVAE trains on.</summary>
/// <param name="Inputs">What the encoder reads: the plan's encoding, [n × p].</param>
/// <param name="Covariates">What the decoder is to give back: the same values with a mask.</param>
/// <param name="LogTimes">log t, [n]</param>
/// <param name="Events">[n], 0 or 1</param>
internal sealed record SavaeRows(float[] Inputs, TabularRows Covariates, float[] LogTimes, float[] Events)
{
    public int Count => LogTimes.Length;

    /// <summary>[n, p]</summary>
    public torch.Tensor InputTensor() => torch.tensor(Inputs, [Count, Inputs.Length / Count]);

    /// <summary>The rows of a table with a known outcome and a follow-up above 0.</summary>
    /// <exception cref="ArgumentException">There is none, or a column does not fit the plan.</exception>
    public static SavaeRows Of(ModelPlan plan, TabularLayout layout, FeatureTable table)
    {
        var (outcome, known) = (plan.Outcome, KnownOutcome.Of(table, plan.Outcome));
        return new SavaeRows(
            plan.CreateEncoding().Encode(known),
            TabularEncoder.Encode(layout, known),
            [.. known.Durations(outcome).Select(time => (float)Math.Log(time))],
            [.. known.Events(outcome).Select(seen => (float)seen)]);
    }

    /// <summary>The rows at the given positions, in that order.</summary>
    public SavaeRows Pick(ReadOnlySpan<int> rows)
    {
        var width = Inputs.Length / Count;
        var (inputs, times, events) = (new float[rows.Length * width], new float[rows.Length], new float[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            Inputs.AsSpan(rows[i] * width, width).CopyTo(inputs.AsSpan(i * width));
            (times[i], events[i]) = (LogTimes[rows[i]], Events[rows[i]]);
        }

        return new SavaeRows(inputs, Covariates.Pick(rows), times, events);
    }
}
