using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

/// <summary>The engine uses handles, nodes and buffers again; nothing that a caller holds may be among them.</summary>
public sealed class HandleReuseTests
{
    [Fact]
    public void GivenAGradientThatWasRead_WhenTrainingGoesOn_ThenItsHandleIsNotAnotherTensor()
    {
        var x = ones(3).requires_grad_();
        (x * 2).sum().backward();
        var read = x.grad!;
        using var optimizer = optim.SGD([x.AsParameter()], 0.1);
        read.Dispose();
        for (var i = 0; i < 50; i++)
        {
            using var scope = NewDisposeScope();
            var y = ones(3).requires_grad_();
            (y.exp() * y.square()).sum().backward();
        }

        Assert.True(read.IsInvalid);
    }

    [Fact]
    public void GivenGradientsThatWereGiven_WhenFurtherPassesRun_ThenTheyKeepTheirValues()
    {
        var x = ones(4).requires_grad_();
        var given = autograd.grad([(x * x * 3).sum()], [x])[0];
        for (var i = 0; i < 50; i++)
        {
            using var scope = NewDisposeScope();
            (x * x * i).sum().backward();
        }

        Assert.Equal([6f, 6f, 6f, 6f], given.data<float>().ToArray());
        Assert.Equal(2f * (49 * 50 / 2), x.grad!.data<float>()[0]);
    }

    [Fact]
    public void GivenOneTemporaryForTwoInputs_WhenRunBackwards_ThenEachHasItsGradient()
    {
        var (a, b) = (ones(3).requires_grad_(), ones(3).requires_grad_());
        var sum = a + b;
        (sum.exp() + sum).sum().backward();
        Assert.Equal(a.grad!.data<float>().ToArray(), b.grad!.data<float>().ToArray());
        Assert.Equal(Math.Exp(2) + 1, a.grad!.data<float>()[0], 1e-5);
    }

    [Fact]
    public void GivenALossThatOutlivesItsPass_WhenManyPassesFollow_ThenASecondPassIsStillRefused()
    {
        var x = ones(3).requires_grad_();
        var loss = x.exp().sum();
        loss.backward();
        for (var i = 0; i < 50; i++)
        {
            using var scope = NewDisposeScope();
            (x.square() + x).sum().backward();
        }

        Assert.Contains("second time", Assert.Throws<InvalidOperationException>(() => loss.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAGraphDeeperThanTheStack_WhenItsScopeCloses_ThenItIsTakenApart()
    {
        var x = ones(1).requires_grad_();
        using (NewDisposeScope())
        {
            var y = x;
            for (var i = 0; i < 200_000; i++)
            {
                y = y + 1;
            }

            y.backward();
        }

        Assert.Equal(1f, x.grad!.item<float>());
    }

    [Fact]
    public void GivenShapesAskedFor_WhenTheCallerWritesToThem_ThenTheTensorKeepsItsOwn()
    {
        var x = zeros(2, 3);
        x.shape[0] = 9;
        x.stride()[0] = 9;
        Assert.Equal([2, 3], zeros(2, 3).shape);
        Assert.Equal([3, 1], x.stride());
    }

    [Fact]
    public async Task GivenTensorsThatOtherThreadsDispose_WhenBothTrain_ThenTheValuesAreRight()
    {
        var tensors = Enumerable.Range(0, 200).Select(i => full([8], (float)i).requires_grad_()).ToArray();
        var results = tensors.Select(tensor => tensor.square().sum()).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(part => Task.Run(() =>
        {
            for (var i = part * 50; i < (part + 1) * 50; i++)
            {
                results[i].backward();
                results[i].Dispose();
            }
        })));
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(2f * i, tensors[i].grad!.data<float>()[0]));
    }
}
