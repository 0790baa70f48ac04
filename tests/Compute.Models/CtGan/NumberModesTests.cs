using GenoMed.Fhir.Compute.Models.CtGan;

namespace GenoMed.Fhir.Compute.Models.Tests.CtGan;

public sealed class NumberModesTests
{
    private static readonly CtGanOptions Options = new() { Modes = 6 };

    private static double[] TwoHumps(int n)
    {
        var random = new RandomStream(4);
        return [.. Enumerable.Range(0, n).Select(i => i % 3 == 0 ? 1.5 + (0.1 * random.NextNormal()) : -0.8 + (0.3 * random.NextNormal()))];
    }

    [Fact]
    public void GivenTwoHumps_WhenModesAreFitted_ThenEachHasOne()
    {
        var fit = new ModeFit(Options);
        var modes = fit.Modes(fit.First(TwoHumps(900)));
        var used = Enumerable.Range(0, 6).Where(k => modes.Weights[k] > 0.05).OrderBy(k => modes.Means[k]).ToArray();
        Assert.Equal(-0.8, modes.Means[used[0]], 0.1);
        Assert.Equal(1.5, modes.Means[used[^1]], 0.1);
    }

    [Fact]
    public void GivenAValue_WhenEncodedAndDecoded_ThenItComesBack()
    {
        var fit = new ModeFit(Options);
        var modes = fit.Modes(fit.First(TwoHumps(900)));
        var random = new RandomStream(1);
        foreach (var value in TwoHumps(50))
        {
            var mode = modes.Draw(value, random);
            Assert.True(modes.Weights[mode] > 0);
            Assert.Equal(value, modes.Decode(modes.Encode(value, mode), mode), 1e-5);
        }
    }

    [Fact]
    public void GivenAValueFarOut_WhenEncoded_ThenWithinAlphasRange()
    {
        var modes = new NumberModes([1], [0], [1]);
        Assert.Equal(0.99f, modes.Encode(100, modes.Draw(100, new RandomStream(1))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void GivenTooFewValues_WhenModesAreFitted_ThenOneStandardNormalMode(int count)
    {
        var fit = new ModeFit(Options);
        var modes = fit.Modes(fit.First(TwoHumps(count)));
        Assert.Equal(1, modes.Weights.Count(weight => weight > 0));
        Assert.Equal(1, modes.Deviations[0]);
    }

    [Fact]
    public void GivenAConstant_WhenModesAreFitted_ThenFinite()
    {
        var fit = new ModeFit(Options);
        var modes = fit.Modes(fit.First([.. Enumerable.Repeat(0.5, 50)]));
        Assert.All(modes.Deviations, deviation => Assert.True(deviation > 0 && double.IsFinite(deviation)));
    }
}
