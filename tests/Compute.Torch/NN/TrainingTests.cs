using GenoMed.Fhir.Compute.Torch;
using TorchSharp.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public sealed class TrainingTests
{
    private const double BytesAnOperation = 200;

    [Fact]
    public void GivenTheSameSeed_WhenTrained_ThenTheSameBytes() => Assert.Equal(Train(3), Train(3));

    [Fact]
    public void GivenAnotherSeed_WhenTrained_ThenOtherBytes() => Assert.NotEqual(Train(3), Train(4));

    [Fact]
    public async Task GivenTrainingsThatRunAtOnce_WhenTrained_ThenEachIsAsAlone()
    {
        var alone = Enumerable.Range(0, 6).Select(seed => Train(seed)).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(seed => Task.Run(() => Train(seed))));
        Assert.Equal(alone, together);
    }

    [Fact]
    public async Task GivenASeed_WhenTheFlowAwaits_ThenTheStreamGoesOn()
    {
        manual_seed(9);
        var expected = (rand(4), rand(4)).Item2.data<float>().ToArray();
        manual_seed(9);
        rand(4).Dispose();
        await Task.Yield();
        Assert.Equal(expected, rand(4).data<float>().ToArray());
    }

    [Fact]
    public void GivenNonlinearData_WhenTrained_ThenTheLossFalls()
    {
        manual_seed(1);
        var (x, y) = Data();
        using var net = Net(0);
        var before = nn.functional.mse_loss(net.call(x), y).ToDouble();
        Fit(net, x, y, 200);
        Assert.True(nn.functional.mse_loss(net.call(x), y).ToDouble() < before / 5);
    }

    [Fact]
    public void GivenTrainingInScopes_WhenItGoesOn_ThenItAllocatesNoBuffersAndLittleElse()
    {
        manual_seed(1);
        var (x, y) = Data();
        using var net = Net(0.1);
        using var optimizer = optim.Adam(net.parameters(), lr: 0.02);
        Fit(net, optimizer, x, y, 200);
        var (bytes, operations, buffers) = (GC.GetAllocatedBytesForCurrentThread(), Tape.Operations, BufferPool.Allocated);
        Fit(net, optimizer, x, y, 200);
        (bytes, operations) = (GC.GetAllocatedBytesForCurrentThread() - bytes, Tape.Operations - operations);
        Assert.True(bytes < BytesAnOperation * operations, $"{bytes} bytes in {operations} operations");
        Assert.Equal(buffers, BufferPool.Allocated);
    }

    [Fact]
    public void GivenGraphsThatAreNeverRunBackwards_WhenTheirScopeCloses_ThenTheirBuffersComeBack()
    {
        using var net = Net(0.1);
        var (x, y) = Data();
        Forward(net, x, y);
        var before = BufferPool.Allocated;
        Forward(net, x, y);
        Assert.Equal(before, BufferPool.Allocated);
    }

    [Fact]
    public void GivenALossMovedOutOfItsScope_WhenRunBackwards_ThenTheGraphIsStillThere()
    {
        using var net = Net(0);
        var (x, y) = Data();
        Tensor loss;
        using (NewDisposeScope())
        {
            loss = nn.functional.mse_loss(net.call(x), y).MoveToOuterDisposeScope();
        }

        loss.backward();
        Assert.All(net.parameters(), parameter => Assert.NotNull(parameter.grad));
    }

    [Fact]
    public void GivenAGradientPenaltyInAScope_WhenRepeated_ThenItAllocatesNoMoreBuffers()
    {
        using var net = nn.Sequential(nn.Linear(5, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1));
        Penalty(net);
        var before = BufferPool.Allocated;
        Penalty(net);
        Assert.Equal(before, BufferPool.Allocated);
    }

    private static void Forward(Sequential net, Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        nn.functional.mse_loss(net.call(x), y);
    }

    private static void Penalty(Sequential net)
    {
        net.zero_grad();
        using var scope = NewDisposeScope();
        var x = ones(64, 5).requires_grad_();
        var slope = autograd.grad([net.call(x).sum()], [x], create_graph: true)[0];
        (slope.norm(1) - 1).square().mean().backward();
    }

    private static byte[] Train(int seed)
    {
        manual_seed(seed);
        var (x, y) = Data();
        using var net = Net(0.3);
        Fit(net, x, y, 20);
        return SafetensorsFile.Write(net.state_dict());
    }

    private static (Tensor X, Tensor Y) Data()
    {
        var x = randn(64, 5);
        return (x, (x * x).sum(1, keepdim: true).tanh());
    }

    private static Sequential Net(double dropout) =>
        nn.Sequential(nn.Linear(5, 16), nn.SELU(), nn.BatchNorm1d(16), nn.Dropout(dropout), nn.Linear(16, 1));

    private static void Fit(Sequential net, Tensor x, Tensor y, int steps)
    {
        using var optimizer = optim.Adam(net.parameters(), lr: 0.02);
        Fit(net, optimizer, x, y, steps);
    }

    private static void Fit(Sequential net, optim.Optimizer optimizer, Tensor x, Tensor y, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.mse_loss(net.call(x), y).backward();
            optimizer.step();
        }
    }
}
