using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using static GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical.GoldenPatients;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical;

/// <summary>Frequencies of lesions and calls of their pairs, from summaries.</summary>
public sealed class LesionTests
{
    [Fact]
    public void GivenSummaries_WhenFrequenciesAreCompared_ThenSharesAndTestsAreThoseOfTheTables()
    {
        var frequencies = LesionFrequency.Of(Plan, Summary(Real), Summary(Synthetic));

        Assert.Equal(["gene", "other"], frequencies.Select(frequency => frequency.Lesion));
        Assert.All(frequencies, frequency =>
        {
            Assert.Equal(Golden["real"][frequency.Lesion].Average(), frequency.Real.Rate, 12);
            Assert.Equal(Golden["synthetic"][frequency.Lesion].Average(), frequency.Synthetic.Rate, 12);
            Assert.InRange(frequency.Real.Rate, frequency.Real.Interval.Lower, frequency.Real.Interval.Upper);
            Near.Equal(Golden["real"][$"wilson.{frequency.Lesion}"], [frequency.Real.Interval.Lower, frequency.Real.Interval.Upper], 1e-9);
        });
        Near.Equal(Golden["lesions"]["adjusted"], frequencies.Select(frequency => frequency.AdjustedP), 1e-9);
    }

    [Fact]
    public void GivenALesionThatASummaryMayNotTell_WhenCompared_ThenItIsLeftOut()
    {
        var real = Summary(Real);
        var told = real with { Columns = real.Columns.ToDictionary(entry => entry.Key, entry => entry.Key == "gene" ? new long[entry.Value.Length] : entry.Value) };

        Assert.Equal("other", Assert.Single(LesionFrequency.Of(Plan, told, Summary(Synthetic))).Lesion);
    }

    [Fact]
    public void GivenLesionsThatComeTogetherInOneGroupOnly_WhenPairsAreCalled_ThenTheCallsDiffer()
    {
        var together = new SafePairRows(Both: 40, First: 20, Second: 20, Neither: 200).Summary();
        var independent = new SafePairRows(Both: 13, First: 47, Second: 47, Neither: 173).Summary();

        var pair = Assert.Single(LesionPairComparison.Of(Plan, together, independent));
        Assert.Equal((1, 0, false), (pair.Real.Call, pair.Synthetic.Call, pair.SameCall));
        Assert.Equal(new LesionPair(40, 20, 20, 200).FisherP(), pair.Real.AdjustedP);
        Assert.True(Assert.Single(LesionPairComparison.Of(Plan, together, together)).SameCall);
    }

    [Fact]
    public void GivenAPairThatChanceRarelyBringsTogether_WhenPairsAreCalled_ThenItIsNotJudged() =>
        Assert.Empty(LesionPairComparison.Of(Plan, new SafePairRows(Both: 1, First: 5, Second: 9, Neither: 300).Summary(), Summary(Synthetic)));

    private sealed record SafePairRows(long Both, long First, long Second, long Neither)
    {
        public SafeSummary Summary() => GoldenPatients.Summary(Real) with { LesionPairs = new Dictionary<string, long[]> { ["gene|other"] = [Both, First, Second, Neither] } };
    }
}
