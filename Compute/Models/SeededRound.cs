using System.Globalization;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// What every model that trains by gradients does around its own part: the streams of random numbers follow from plan,
/// model, round and node, and what is computed in between is let go of.
/// </summary>
internal static class SeededRound
{
    /// <summary>The state before the first round.</summary>
    /// <param name="plan">Gives the seed.</param>
    /// <param name="model">Its name in the catalogue.</param>
    /// <param name="build">Makes the networks and copies their state.</param>
    public static IReadOnlyDictionary<string, torch.Tensor> CreateState(ModelPlan plan, string model, Func<IReadOnlyDictionary<string, torch.Tensor>> build)
    {
        torch.manual_seed(DerivedSeed.From(plan.Seed, model, "initial state"));
        using var scope = torch.NewDisposeScope();
        return build();
    }

    /// <summary>One node's part of one round.</summary>
    /// <param name="plan">Gives the seed.</param>
    /// <param name="model">Its name in the catalogue.</param>
    /// <param name="request">Which round, at which node.</param>
    /// <param name="train">Trains, given the seed of what is drawn outside of torch.</param>
    /// <exception cref="ArgumentException">The request is none.</exception>
    public static TrainResult Train(ModelPlan plan, string model, TrainRequest request, Func<long, TrainResult> train)
    {
        request.Validate();
        var seed = DerivedSeed.From(plan.Seed, model, request.Round.ToString(CultureInfo.InvariantCulture), request.Node);
        torch.manual_seed(seed);
        using var scope = torch.NewDisposeScope();
        return train(seed);
    }

    /// <summary>All epochs of a round.</summary>
    /// <param name="request">How many.</param>
    /// <param name="epoch">Trains one epoch and gives its loss.</param>
    /// <param name="progress">Told after each.</param>
    /// <param name="cancellation">Asked before each.</param>
    /// <returns>The loss of the last.</returns>
    public static double Epochs(TrainRequest request, Func<double> epoch, IProgress<TrainProgress>? progress, CancellationToken cancellation)
    {
        var loss = double.NaN;
        for (var number = 1; number <= request.Epochs; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            loss = epoch();
            progress?.Report(new TrainProgress(number, request.Epochs, loss));
        }

        return loss;
    }

    /// <summary>The client half of a strategy as a change of each step's gradients; null where it has none.</summary>
    /// <param name="request">Has the client half.</param>
    /// <param name="state">The state that the round begins with.</param>
    public static Action<IReadOnlyDictionary<string, torch.Tensor>>? BeforeStep(TrainRequest request, IReadOnlyDictionary<string, torch.Tensor> state) =>
        request.ClientStep is { } step ? parameters => step.Adjust(parameters, state) : null;

    /// <summary>Runs something that draws nothing and trains nothing, in a scope of its own and off the tape.</summary>
    public static T Detached<T>(Func<T> compute)
    {
        using var scope = torch.NewDisposeScope();
        using var detached = torch.no_grad();
        return compute();
    }
}
