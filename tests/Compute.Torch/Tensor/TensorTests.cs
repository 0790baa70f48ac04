using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class TensorTests
{
    [Fact]
    public void GivenAView_WhenWritten_ThenTheBaseChanges()
    {
        var x = zeros(3, 4);
        x.t()[1].fill_(2);
        x[.., 3] = tensor(new float[] { 7, 8, 9 });
        Assert.Equal([0, 2, 0, 7, 0, 2, 0, 8, 0, 2, 0, 9], x.data<float>().ToArray());
    }

    [Fact]
    public void GivenATransposedTensor_WhenRead_ThenInItsOwnOrder()
    {
        var x = arange(6).reshape(2, 3).t();
        Assert.Equal([0, 3, 1, 4, 2, 5], x.data<long>().ToArray());
        Assert.Equal(4, x.data<long>()[1, 1]);
    }

    [Fact]
    public void GivenSlices_WhenIndexed_ThenAsInPython()
    {
        var x = arange(24).reshape(4, 6);
        Assert.Equal([8, 10], x[1, TensorIndex.Slice(2, null, 2)].data<long>().ToArray());
        Assert.Equal([4, 5, 10, 11], x[..2, 4..].data<long>().ToArray());
        Assert.Equal([5, 11, 17, 23], x[TensorIndex.Ellipsis, -1].data<long>().ToArray());
        Assert.Equal([6, 0], x[tensor(new long[] { 1, 0 })][TensorIndex.Colon, 0].data<long>().ToArray());
    }

    [Fact]
    public void GivenMixedTypes_WhenAdded_ThenTheHigherCategoryWins()
    {
        Assert.Equal(float32, (ones(2) + arange(2)).dtype);
        Assert.Equal(float32, (ones(2) + tensor(1.0)).dtype);
        Assert.Equal(float64, (ones(2) + ones(2, dtype: float64)).dtype);
        Assert.Equal(float32, (arange(2) * 0.5).dtype);
        Assert.Equal(int64, (arange(2) * 2).dtype);
        Assert.Equal(float32, (arange(2) / 2).dtype);
    }

    [Fact]
    public void GivenAScope_WhenItCloses_ThenOnlyWhatWasMovedOutRemains()
    {
        Tensor kept, dropped;
        using (NewDisposeScope())
        {
            dropped = ones(3);
            kept = (dropped * 2).MoveToOuterDisposeScope();
        }

        Assert.True(dropped.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => dropped.data<float>().ToArray());
        Assert.Equal([2, 2, 2], kept.data<float>().ToArray());
    }

    [Fact]
    public void GivenAViewInAScope_WhenItsBaseIsDisposed_ThenTheViewKeepsTheMemory()
    {
        var x = arange(4).to_type(float32);
        var view = x.reshape(2, 2);
        x.Dispose();
        ones(4).mul(5);
        Assert.Equal([0, 1, 2, 3], view.data<float>().ToArray());
    }

    [Fact]
    public void GivenInputsDisposedBeforeBackward_WhenBackward_ThenTheTapeHeldThem()
    {
        var x = ones(3).requires_grad_();
        Tensor loss;
        using (NewDisposeScope())
        {
            var y = x * 3;
            loss = (y * y).sum().MoveToOuterDisposeScope();
        }

        loss.backward();
        Assert.Equal([18, 18, 18], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void GivenAGraphRunTwice_WhenNotKept_ThenItSaysSo()
    {
        var x = ones(1).requires_grad_();
        var y = x.exp().sum();
        y.backward();
        Assert.Contains("second time", Assert.Throws<InvalidOperationException>(() => y.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenASavedValueChangedInPlace_WhenBackward_ThenItSaysSo()
    {
        var x = ones(2).requires_grad_();
        var y = x * 2;
        var z = y.square().sum();
        y.add_(1);
        Assert.Contains("changed in place", Assert.Throws<InvalidOperationException>(() => z.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenNoGrad_WhenComputed_ThenNothingIsRecorded()
    {
        var x = ones(2).requires_grad_();
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
        Assert.False((x * 2).detach().requires_grad);
    }

    [Fact]
    public void GivenBackwardTwice_WhenNotCleared_ThenGradientsAddUp()
    {
        var x = ones(2).requires_grad_();
        (x * 2).sum().backward();
        (x * 3).sum().backward();
        Assert.Equal([5, 5], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void GivenShapesThatDoNotBroadcast_WhenAdded_ThenTheyAreNamed() =>
        Assert.Contains("[2, 3] and [4]", Assert.Throws<ArgumentException>(() => ones(2, 3) + ones(4)).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenSumOfZero_WhenCSharpReadsItAsAType_ThenItSaysSo() =>
        Assert.Contains("sum(dim: 0)", Assert.Throws<ArgumentException>(() => ones(2).sum(0)).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenLargeAndInfiniteValues_WhenLogSummed_ThenFinite()
    {
        var x = tensor(new[] { 1000f, 1000f, float.NegativeInfinity });
        Assert.Equal(1000 + Math.Log(2), x.logsumexp(0).ToDouble(), 1e-3);
        Assert.True(x.logcumsumexp(0).allclose(tensor(new[] { 1000f, 1000.6931f, 1000.6931f })));
        Assert.Equal(float.NegativeInfinity, tensor(new[] { float.NegativeInfinity }).logsumexp(0).ToSingle());
    }

    [Fact]
    public void GivenRowsOneByOne_WhenMultiplied_ThenTheBitsAreThoseOfTheBatch()
    {
        manual_seed(2);
        var (a, b) = (randn(19, 37), randn(37, 45));
        var whole = a.mm(b);
        for (var i = 0; i < 19; i++)
        {
            Assert.Equal(whole[i].data<float>().ToArray(), a.narrow(0, i, 1).mm(b).data<float>().ToArray());
        }
    }

    [Fact]
    public void GivenNothing_WhenReduced_ThenZeroAndNaN()
    {
        Assert.Equal(0, zeros(0).sum().ToDouble());
        Assert.True(double.IsNaN(zeros(0).mean().ToDouble()));
        Assert.Equal([0L, 3L], zeros(0, 4).mm(zeros(4, 3)).shape);
    }

    [Fact]
    public void GivenIntegersAndNumbersThatAreNone_WhenAskedWhetherFinite_ThenIntegersAlwaysAre()
    {
        Assert.Equal([true, true], tensor(new long[] { 3, long.MaxValue }).isfinite().data<bool>().ToArray());
        Assert.Equal([true, false, false], tensor(new[] { 1.0, double.NaN, double.NegativeInfinity }).isfinite().data<bool>().ToArray());
    }
}
