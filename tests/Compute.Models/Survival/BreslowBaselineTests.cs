using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class BreslowBaselineTests
{
    public static TheoryData<string> Sets => GoldenSet.Names;

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenACohort_WhenEstimate_ThenAgreesWithR(string set)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, covariates) = golden.Rows();
        var risk = GoldenSet.Risk(covariates);
        var mean = risk.Average();
        var deviation = Math.Sqrt(risk.Sum(x => (x - mean) * (x - mean)) / (risk.Length - 1));
        var baseline = BreslowBaseline.Estimate(durations, events, [.. risk.Select(x => (x - mean) / deviation)]);
        BaselineHazardPoint[] points = [.. golden["breslow.at"].Select(at => baseline[(int)at])];
        Near.Equal(golden["breslow.time"], points.Select(point => point.Time), 1e-12);
        Near.Equal(golden["breslow.hazard"], points.Select(point => point.CumulativeHazard), 1e-8);
    }

    [Fact]
    public void GivenATimeBeforeTheFirstEvent_WhenAt_ThenZero()
    {
        var baseline = BreslowBaseline.Estimate([2, 3], [1, 1], [0, 0]);
        Assert.Equal(0, BreslowBaseline.At(baseline, 1));
        Assert.Equal(0.5, BreslowBaseline.At(baseline, 2.5), 12);
    }
}
