using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Manager.Comparisons.Generators;

namespace GenoMed.Fhir.Manager.Tests.Comparisons;

/// <summary>Keeps the tables that it is given; the clinical score is the mean age over 100, so that rounds differ.</summary>
internal sealed class FirstColumnEvaluator : ISyntheticEvaluator
{
    public List<FeatureTable> Tables { get; } = [];

    public Task<SyntheticScores> ScoreAsync(FeatureTable synthetic, CancellationToken cancellationToken)
    {
        Tables.Add(synthetic);
        var ages = synthetic.Column("AGE").ToArray().Where(double.IsFinite);
        return Task.FromResult(new SyntheticScores { Csf = ages.Average() / 100, Gsf = 0.5, NndrMedian = 0.8, NndrMedianHoldout = 0.7, MiaAuc = 0.5 });
    }

    public Task<(SyntheticBound Ceiling, SyntheticBound Floor)?> BoundsAsync(CancellationToken cancellationToken)
        => Task.FromResult<(SyntheticBound, SyntheticBound)?>((new SyntheticBound(1, 1, 1), new SyntheticBound(0.5, null, null)));
}
