using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

public sealed class LogRankTests
{
    public static TheoryData<string> Sets => GoldenSet.Names;

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenThreeRiskGroups_WhenTest_ThenAgreesWithR(string set)
    {
        var golden = GoldenSet.Load(set);
        var (durations, events, covariates) = golden.Rows();
        var groups = Thirds(GoldenSet.Risk(covariates));
        Near.Equal(golden["logrank.groups.counts"], Enumerable.Range(0, 3).Select(group => (double)groups.Count(g => g == group)), 0);
        var used = Enumerable.Range(0, groups.Max() + 1).Where(groups.Contains).ToArray();
        var result = LogRank.Test(durations, events, groups);
        Near.Equal(golden["logrank.chisq"], [result.ChiSquared], 1e-8);
        Near.Equal(golden["logrank.pvalue"], [result.PValue], 1e-8);
        Near.Equal(golden["logrank.observed"], used.Select(group => result.Observed[group]), 1e-8);
        Near.Equal(golden["logrank.expected"], used.Select(group => result.Expected[group]), 1e-8);
    }

    [Fact]
    public void GivenLeukaemiaMaintenance_WhenTest_ThenTheTextbooksChiSquared()
    {
        // Acute myelogenous leukaemia maintenance trial (Miller, Survival Analysis, 1981): R's golden 3.39638870, p 0.0653.
        double[] durations = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
        double[] events = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1];
        var result = LogRank.Test(durations, events, [.. Enumerable.Repeat(0, 11), .. Enumerable.Repeat(1, 12)]);
        Assert.Equal(3.39638870, result.ChiSquared, 8);
        Assert.Equal(0.0653, result.PValue, 4);
    }

    [Fact]
    public void GivenOneGroup_WhenTest_ThenInvalid() => Assert.Throws<ArgumentException>(() => LogRank.Test([1, 2], [1, 1], [0, 0]));

    private static int[] Thirds(double[] risk)
    {
        // R's quantile type 1: the inverse of the empirical distribution function.
        double[] sorted = [.. risk.Order()];
        double Quantile(double p) => sorted[(int)Math.Ceiling((sorted.Length * p) - 1e-9) - 1];
        var (low, high) = (Quantile(1.0 / 3), Quantile(2.0 / 3));
        return [.. risk.Select(value => value <= low ? 0 : value <= high ? 1 : 2)];
    }
}
