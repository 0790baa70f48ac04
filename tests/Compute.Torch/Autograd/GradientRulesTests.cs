using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public sealed class GradientRulesTests
{
    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var (name, cases) in GradientCases.All)
        {
            for (var i = 0; i < cases.Length; i++)
            {
                data.Add(name, i);
            }
        }

        return data;
    }

    [Fact]
    public void EveryRuleHasACaseAndEveryCaseARule() =>
        Assert.Equal(GradientRules.Table.Keys.Order(), GradientCases.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheTapeOfACaseHoldsItsRule(string name, int index)
    {
        var (function, inputs) = (GradientCases.All[name][index].Function, GradientCases.All[name][index].Inputs());
        Assert.Contains(name, RulesOf(function(inputs).Meta!.Producer!));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheGradientIsTheFiniteDifference(string name, int index)
    {
        var c = GradientCases.All[name][index];
        AssertGradient(x => Weighed(c.Function(x)), c.Inputs(), createGraph: false, name, c.Step);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheGradientOnTheTapeIsTheFiniteDifference(string name, int index)
    {
        var c = GradientCases.All[name][index];
        AssertGradient(x => Weighed(c.Function(x)), c.Inputs(), createGraph: true, name, c.Step);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheGradientOfTheGradientIsTheFiniteDifference(string name, int index)
    {
        var c = GradientCases.All[name][index];
        AssertGradient(x => Slope(c, x), c.Inputs(), createGraph: false, name, c.Step);
    }

    private static IEnumerable<string> RulesOf(Node node) =>
        Enumerable.Range(0, node.Count).Select(node.Place).Where(input => input?.Producer is not null).SelectMany(input => RulesOf(input!.Producer!)).Append(node.Rule.Name);

    // Σ w · ∂f/∂x, plus a little of the inputs themselves so that a function of constant slope is still on the tape.
    private static Tensor Slope(GradientCases.Case c, Tensor[] x)
    {
        using var mode = enable_grad();
        var gradients = autograd.grad([Weighed(c.Function(x)) + x.Select(i => i.square().sum()).Aggregate((a, b) => a + b)], x, create_graph: true);
        return gradients.Select(Weighed).Aggregate((a, b) => a + b);
    }

    /// <summary>A number that weighs every element differently.</summary>
    private static Tensor Weighed(Tensor y) => (y * (linspace(0.3, 1.9, y.numel(), float64).reshape(y.shape) * 1.3).sin()).sum();

    private static void AssertGradient(Func<Tensor[], Tensor> function, Tensor[] inputs, bool createGraph, string name, double step)
    {
        var gradients = autograd.grad([function(inputs)], inputs, create_graph: createGraph);
        for (var i = 0; i < inputs.Length; i++)
        {
            var found = gradients[i].data<double>().ToArray();
            var values = inputs[i].data<double>();
            for (var j = 0; j < found.Length; j++)
            {
                var expected = Difference(() => function(inputs).item<double>(), values, j, step);
                Assert.True(Math.Abs(expected - found[j]) <= 1e-5 * (1 + Math.Abs(expected)), $"{name}: input {i}, element {j}: expected {expected}, got {found[j]}");
            }
        }
    }

    private static double Difference(Func<double> f, Utils.TensorAccessor<double> values, int j, double step)
    {
        var at = values[j];
        values[j] = at + step;
        var above = f();
        values[j] = at - step;
        var below = f();
        values[j] = at;
        return (above - below) / (2 * step);
    }
}
