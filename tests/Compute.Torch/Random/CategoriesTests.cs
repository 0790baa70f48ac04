using static TorchSharp.torch;

namespace TorchSharp.Tests.Random;

public sealed class CategoriesTests
{
    [Fact]
    public void GivenWeights_WhenDrawnWithReplacement_ThenTheSharesAreTheWeights()
    {
        manual_seed(2);
        var drawn = tensor(new[] { 1.0, 0, 3, 4 }).multinomial(40000, replacement: true).data<long>().ToArray();
        double[] shares = [.. Enumerable.Range(0, 4).Select(k => drawn.Count(at => at == k) / 40000.0)];
        Assert.Equal([0.125, 0, 0.375, 0.5], shares.Select(share => Math.Round(share * 40) / 40));
        Assert.Equal(0, shares[1]);
    }

    [Fact]
    public void GivenRows_WhenDrawnWithoutReplacement_ThenEachPositionComesOnce()
    {
        var drawn = ones(3, 5).multinomial(5);
        Assert.Equal([3, 5], drawn.shape);
        Assert.Equal(Enumerable.Repeat<long[]>([0, 1, 2, 3, 4], 3), drawn.data<long>().ToArray().Chunk(5).Select(row => row.Order().ToArray()));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void GivenAWeightThatIsNone_WhenDrawn_ThenRefused(double weight) =>
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1, weight }).multinomial(1));

    [Fact]
    public void GivenTooFewPositiveWeights_WhenDrawnWithoutReplacement_ThenRefused() =>
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1.0, 0 }).multinomial(2));
}
