using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public sealed class ModuleTests
{
    [Fact]
    public void GivenFields_WhenRegistered_ThenTheStateIsNamedAfterThem()
    {
        using var model = new Model();
        Assert.Equal(["scale", "first.weight", "first.bias", "rest.0.weight", "rest.1.weight", "rest.1.bias"], model.named_parameters().Select(p => p.name));
        Assert.Equal(["offset", "rest.1.num_batches_tracked", "rest.1.running_mean", "rest.1.running_var"], model.state_dict().Keys.Except(model.named_parameters().Select(p => p.name)).Order());
    }

    [Fact]
    public void GivenAState_WhenLoaded_ThenTheOutputIsTheSame()
    {
        manual_seed(1);
        using var a = new Model();
        using var b = new Model();
        a.eval();
        b.eval();
        var x = randn(3, 4);
        Assert.False(a.call(x).allclose(b.call(x)));
        b.load_state_dict(a.state_dict());
        Assert.True(a.call(x).allclose(b.call(x), 0, 0));
    }

    [Fact]
    public void GivenAStateWithOtherKeys_WhenLoadedStrictly_ThenTheyAreNamed()
    {
        using var model = new Model();
        var state = model.state_dict();
        state.Remove("scale");
        state["extra"] = zeros(1);
        var problem = Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state));
        Assert.Contains("missing [scale], unexpected [extra]", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["scale"], model.load_state_dict(state, strict: false).missing_keys);
    }

    [Fact]
    public void GivenAStateOfAnotherShape_WhenLoaded_ThenTheShapesAreNamedAndNothingChanges()
    {
        using var model = new Model();
        var before = model.state_dict()["scale"].clone();
        var state = model.state_dict();
        state["scale"] = ones(1);
        state["first.weight"] = zeros(5, 3);
        var problem = Assert.Throws<ArgumentException>(() => model.load_state_dict(state));
        Assert.Contains("first.weight: expected [5, 4], got [5, 3]", problem.Message, StringComparison.Ordinal);
        Assert.True(before.allclose(model.state_dict()["scale"], 0, 0));
    }

    [Fact]
    public void GivenEval_WhenCalled_ThenDropoutDoesNothing()
    {
        using var dropout = nn.Dropout(0.5);
        var x = ones(1000);
        var kept = dropout.call(x);
        Assert.InRange(kept.mean().ToDouble(), 0.8, 1.2);
        Assert.Equal(2, kept.max().ToDouble());
        dropout.eval();
        Assert.True(dropout.call(x).allclose(x, 0, 0));
    }

    [Fact]
    public void GivenInputOfAnotherWidth_WhenCalled_ThenTheShapesAreNamed()
    {
        using var linear = nn.Linear(4, 2);
        var problem = Assert.Throws<ArgumentException>(() => linear.call(zeros(3, 5)));
        Assert.Contains("expected [batch, 4], got [3, 5]", problem.Message, StringComparison.Ordinal);
    }

    private sealed class Model : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = nn.Parameter(rand(1));
        private readonly Linear first = nn.Linear(4, 5);
        private readonly Sequential rest = nn.Sequential(nn.Linear(5, 3, hasBias: false), nn.BatchNorm1d(3));
        private readonly Tensor offset = zeros(3);

        internal Model()
            : base(nameof(Model)) => RegisterComponents();

        public override Tensor forward(Tensor input) => (rest.call(first.call(input)) * scale) + offset;
    }
}
