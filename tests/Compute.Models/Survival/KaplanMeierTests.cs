using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class KaplanMeierTests
{
    public static TheoryData<string> Sets => GoldenSet.Names;

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenACohort_WhenEstimate_ThenAgreesWithR(string set)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, _) = golden.Rows();
        var curve = KaplanMeier.Estimate(durations, events);
        KaplanMeierPoint[] points = [.. golden["km.at"].Select(at => curve[(int)at])];
        Near.Equal(golden["km.time"], points.Select(point => point.Time), 1e-12);
        Near.Equal(golden["km.n.risk"], points.Select(point => (double)point.AtRisk), 0);
        Near.Equal(golden["km.n.event"], points.Select(point => (double)point.Events), 0);
        Near.Equal(golden["km.surv"], points.Select(point => point.Survival), 1e-8);
        Near.Equal(golden["km.std.err"], points.Select(point => point.StandardError), 1e-8);
        Near.Equal(golden["km.lower"], points.Select(point => point.Interval.Lower), 1e-8);
        Near.Equal(golden["km.upper"], points.Select(point => point.Interval.Upper), 1e-8);
        Near.Equal(golden["km.median"], [KaplanMeier.Median(curve)], 1e-8);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenEachScale_WhenEstimate_ThenTheIntervalsAgreeWithR(string set)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, _) = golden.Rows();
        foreach (var (key, scale) in new[] { ("plain", KaplanMeierInterval.Plain), ("log-log", KaplanMeierInterval.LogLog) })
        {
            var curve = KaplanMeier.Estimate(durations, events, interval: scale);
            KaplanMeierPoint[] points = [.. golden["km.at"].Select(at => curve[(int)at])];
            Near.Equal(golden[$"km.{key}.lower"], points.Select(point => point.Interval.Lower), 1e-8);
            Near.Equal(golden[$"km.{key}.upper"], points.Select(point => point.Interval.Upper), 1e-8);
        }
    }

    [Fact]
    public void GivenNoPatients_WhenEstimate_ThenAnEmptyCurve() => Assert.Empty(KaplanMeier.Estimate([], []));

    [Fact]
    public void GivenACurveThatStaysHigh_WhenMedian_ThenNaN() => Assert.True(double.IsNaN(KaplanMeier.Median(KaplanMeier.Estimate([1, 2, 3], [0, 0, 0]))));
}
