using static TorchSharp.torch;

namespace TorchSharp.Tests.Random;

public sealed class PhiloxTests
{
    // The first known answer of the authors' Random123 library: counter 0, key 0.
    [Fact]
    public void GivenKeyAndCounterZero_WhenDrawn_ThenThePublishedAnswer() =>
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), new Philox(0).Next());

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(0xFFFFFFF8)]
    public void GivenSixteenBlocksAtOnce_WhenDrawn_ThenTheyAreThoseDrawnOneByOne(ulong counter)
    {
        var (together, alone) = (new Philox(0x123456789ABCDEF, counter), new Philox(0x123456789ABCDEF, counter));
        var numbers = new uint[Philox.Batch];
        for (var repeat = 0; repeat < 2; repeat++)
        {
            together.Next(numbers);
            Assert.Equal(Enumerable.Range(0, 16).Select(_ => alone.Next()).SelectMany(block => new[] { block.A, block.B, block.C, block.D }), numbers);
            Assert.Equal(alone.Counter, together.Counter);
        }
    }

    [Fact]
    public void GivenAState_WhenSetBack_ThenTheStreamRepeats()
    {
        using var generator = new Generator(7);
        rand(5, generator: generator).Dispose();
        var state = generator.get_state();
        var first = randn(7, generator: generator).data<float>().ToArray();
        generator.set_state(state);
        Assert.Equal(first, randn(7, generator: generator).data<float>().ToArray());
    }

    [Fact]
    public void GivenManyDraws_WhenMeasured_ThenTheMomentsFit()
    {
        using var generator = new Generator(1);
        var (uniform, normal) = (rand(200_000, generator: generator), randn(200_000, dtype: float64, generator: generator));
        Assert.Equal(0.5, uniform.mean().ToDouble(), 0.005);
        Assert.Equal(1.0 / 12, uniform.var().ToDouble(), 0.002);
        Assert.InRange(uniform.max().ToDouble(), 0.999, 0.99999999);
        Assert.Equal(0, normal.mean().ToDouble(), 0.01);
        Assert.Equal(1, normal.std().ToDouble(), 0.01);
        Assert.Equal(0.1, rand(200_000, generator: generator).bernoulli_(0.1, generator).mean().ToDouble(), 0.005);
    }

    [Fact]
    public void GivenAPermutation_WhenSorted_ThenEveryPositionOnce()
    {
        using var generator = new Generator(1);
        var order = randperm(100, generator: generator).data<long>().ToArray();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 100).Select(i => (long)i), order);
    }
}
