using System.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public sealed class OptimizerStateTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Optimizers = new()
    {
        ["adam"] = p => optim.Adam(p, lr: 0.02),
        ["amsgrad"] = p => optim.Adam(p, lr: 0.02, amsgrad: true),
        ["adamw"] = p => optim.AdamW(p, lr: 0.02),
        ["sgd"] = p => optim.SGD(p, 0.02),
        ["nesterov"] = p => optim.SGD(p, 0.02, momentum: 0.9, nesterov: true),
        ["rmsprop"] = p => optim.RMSProp(p, lr: 0.02, momentum: 0.5, centered: true),
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenASavedState_WhenLoadedIntoANewOptimizer_ThenTrainingGoesOnWithTheSameBytes(string name)
    {
        using var net = Net();
        using var whole = Optimizers[name](net.parameters());
        Fit(net, whole, 5);
        whole.ParamGroups.Single().LearningRate = 0.005;
        var (weights, state) = (net.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone()), Saved(whole));
        Fit(net, whole, 5);

        using var again = Net();
        again.load_state_dict(weights);
        using var loaded = Optimizers[name](again.parameters());
        loaded.load_state_dict(Reader(state));
        Fit(again, loaded, 5);
        Assert.All(net.parameters().Zip(again.parameters()), pair => Assert.Equal(pair.First.data<float>().ToArray(), pair.Second.data<float>().ToArray()));
    }

    [Fact]
    public void GivenAFile_WhenSavedAndLoaded_ThenItIsTheSameState()
    {
        using var net = Net();
        using var optimizer = Optimizers["adam"](net.parameters());
        Fit(net, optimizer, 3);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            optimizer.save_state_dict(path);
            using var other = Optimizers["adam"](net.parameters());
            other.load_state_dict(path);
            Assert.Equal(Saved(optimizer), Saved(other));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void GivenAnotherKindOfOptimizer_WhenLoaded_ThenBothAreNamed()
    {
        using var net = Net();
        using var sgd = Optimizers["sgd"](net.parameters());
        using var adam = Optimizers["adam"](net.parameters());
        Assert.Contains("expected the state of SGD, got that of Adam", Assert.Throws<InvalidDataException>(() => sgd.load_state_dict(Reader(Saved(adam)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenParametersOfAnotherShape_WhenLoaded_ThenTensorAndShapesAreNamedAndNothingChanges()
    {
        using var net = Net();
        using var other = nn.Linear(4, 3);
        using var from = Optimizers["adam"](net.parameters());
        using var to = Optimizers["adam"](other.parameters());
        Fit(net, from, 1);
        var before = Saved(to);
        var problem = Assert.Throws<ArgumentException>(() => to.load_state_dict(Reader(Saved(from))));
        Assert.Contains("0.exp_avg: expected Float32 [3, 4], got Float32 [2, 4]", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, Saved(to));
    }

    [Fact]
    public void GivenAStateCutAnywhere_WhenLoaded_ThenItIsRefused()
    {
        using var net = Net();
        using var optimizer = Optimizers["nesterov"](net.parameters());
        Fit(net, optimizer, 1);
        var state = Saved(optimizer);
        for (var length = 0; length < state.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => optimizer.load_state_dict(Reader(state[..length])));
        }
    }

    private static Linear Net()
    {
        manual_seed(1);
        return nn.Linear(4, 2);
    }

    private static void Fit(Linear net, optim.Optimizer optimizer, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            net.call(ones(3, 4) * (i + 1)).square().sum().backward();
            optimizer.step();
        }
    }

    private static byte[] Saved(OptimizerHelper optimizer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        optimizer.save_state_dict(writer);
        return stream.ToArray();
    }

    private static BinaryReader Reader(byte[] state) => new(new MemoryStream(state), Encoding.UTF8);
}
