using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class ScaffoldTests
{
    private const double Rate = 0.1;
    private const int Steps = 20;

    private static readonly IStrategy Scaffold = StrategyCatalog.Find("scaffold");

    // Node i minimises a_i/2 (w - t_i)²: the optimum of the patients' mean is not where FedAvg with many steps settles.
    private static readonly (string Name, int NumExamples, double Curvature, double Optimum)[] Nodes = [("a", 30, 1, 0), ("b", 10, 5, 4)];

    [Fact]
    public void GivenNodesThatDiffer_WhenManyRounds_ThenItSettlesAtTheOptimumOfAllAndFedAvgBesideIt()
    {
        var optimum = Nodes.Sum(node => node.NumExamples * node.Curvature * node.Optimum) / Nodes.Sum(node => node.NumExamples * node.Curvature);
        Assert.Equal(optimum, Run(Scaffold), 3);
        Assert.True(Math.Abs(Run(StrategyCatalog.Find("fedavg")) - optimum) > 0.1);
    }

    [Fact]
    public void GivenPlainSgd_WhenARoundIsDone_ThenTheControlVariateIsThePapersOptionTwo()
    {
        var begin = States.Begin(Scaffold, 1);
        var own = Filled(0.25);
        var shared = Filled(0.75);
        var update = Train(Scaffold, begin with { Shared = shared, Nodes = new Dictionary<string, IReadOnlyDictionary<string, torch.Tensor>> { ["b"] = own } }, Nodes[1]);
        var moved = 1 - States.Numbers(update.State)[1];
        Assert.Equal(0.25 - 0.75 + (moved / (Steps * Rate)), update.Returned["c/weight"].item<double>(), 5);
    }

    [Fact]
    public void GivenTwoNodes_WhenAggregate_ThenTheControlVariateIsWeightedByPatients()
    {
        var begin = States.Begin(Scaffold, 0);
        var next = Scaffold.Aggregate(begin, [States.Update("a", 30, 1) with { Returned = Filled(1) }, States.Update("b", 10, 1) with { Returned = Filled(5) }]);
        Assert.Equal(2, next.Shared["c/weight"].item<double>());
        Assert.Equal(5, next.Nodes["b"]["c/weight"].item<double>());
        var later = Scaffold.Aggregate(next, [States.Update("a", 30, 1) with { Returned = Filled(2) }]);
        Assert.Equal(((30 * 2) + (10 * 5)) / 40.0, later.Shared["c/weight"].item<double>());
    }

    private static double Run(IStrategy strategy)
    {
        var state = States.Begin(strategy, 1);
        for (var round = 0; round < 200; round++)
        {
            state = strategy.Aggregate(state, [.. Nodes.Select(node => Train(strategy, state, node))]);
        }

        return States.Numbers(state)[1];
    }

    /// <summary>Steps of SGD on the weight, with the strategy's half; the bias has no gradient.</summary>
    private static ModelUpdate Train(IStrategy strategy, RoundState state, (string Name, int NumExamples, double Curvature, double Optimum) node)
    {
        var own = state.Nodes.TryGetValue(node.Name, out var known) ? known : strategy.Begin(States.Plan, state.Model).Own;
        var half = strategy.CreateClientHalf(Contexts.With(state.Shared, own));
        var weight = state.Model["weight"].clone();
        for (var step = 0; step < Steps; step++)
        {
            var parameter = weight.detach().clone().requires_grad_();
            ((parameter - node.Optimum) * (parameter - node.Optimum) * (node.Curvature / 2)).sum().backward();
            half?.Adjust(new Dictionary<string, torch.Tensor> { ["weight"] = parameter }, state.Model);
            weight = (parameter.detach() - (parameter.grad! * Rate)).detach();
        }

        var trained = new Dictionary<string, torch.Tensor> { ["bias"] = state.Model["bias"], ["weight"] = weight };
        var result = new TrainResult(trained, node.NumExamples, new Dictionary<string, double>());
        var finished = half?.Finish(result) ?? new ClientResult(result, StrategyTensors.None.Returned);
        return new ModelUpdate { Node = node.Name, State = finished.Training.State, Returned = finished.Returned, NumExamples = node.NumExamples };
    }

    private static Dictionary<string, torch.Tensor> Filled(double value) => new()
    {
        ["c/bias"] = torch.full([1], value, torch.float64),
        ["c/weight"] = torch.full([1, 1], value, torch.float64),
    };
}
