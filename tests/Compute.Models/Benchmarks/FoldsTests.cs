using GenoMed.Fhir.Compute.Models.Benchmarks;

namespace GenoMed.Fhir.Compute.Models.Tests.Benchmarks;

public sealed class FoldsTests
{
    /// <summary>ISO C++ (rand.predef): the 10,000th output of a default-seeded mt19937.</summary>
    [Fact]
    public void GivenTheDefaultSeed_WhenDrawnTenThousandTimes_ThenTheStandardsNumber()
    {
        var random = new MersenneTwister(5489);
        Assert.Equal(4123659995u, Enumerable.Range(0, 10_000).Select(_ => random.Next()).ToArray()[^1]);
    }

    /// <summary>NumPy's RandomState(1234).rand() is 0.1915194503788923: 53 bits of the first two outputs.</summary>
    [Fact]
    public void GivenThePapersSeed_WhenDrawn_ThenNumPysFirstNumber()
    {
        var random = new MersenneTwister(1234);
        Assert.Equal(0.1915194503788923, (((random.Next() >> 5) * 67108864.0) + (random.Next() >> 6)) / 9007199254740992.0, 1e-16);
    }

    [Theory]
    [InlineData(418, 5)]
    [InlineData(10, 10)]
    public void GivenRows_WhenFolded_ThenEachIsTestedOnceAndTrainedOnOtherwise(int rows, int folds)
    {
        var parts = Folds.Of(rows, folds, 1234);

        Assert.Equal(Enumerable.Range(0, rows), parts.SelectMany(part => part.Test).Order());
        Assert.All(parts, part => Assert.Equal(Enumerable.Range(0, rows), part.Training.Concat(part.Test).Order()));
        Assert.InRange(parts.Max(part => part.Test.Length) - parts.Min(part => part.Test.Length), 0, 1);
        Assert.NotEqual(parts[0].Test, Folds.Of(rows, folds, 1235)[0].Test);
    }

    [Fact]
    public void GivenMoreFoldsThanRows_WhenFolded_ThenRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Of(4, 5, 1));
}
