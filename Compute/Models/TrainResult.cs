using GenoMed.Fhir.Compute.Models.Privacy;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>What one node's training gives.</summary>
/// <param name="State">The trained state, name to tensor.</param>
/// <param name="NumExamples">The patients that it rests on: those with a known outcome.</param>
/// <param name="Metrics">Name to value, e.g. <c>loss</c>; aggregates only.</param>
public sealed record TrainResult(
    IReadOnlyDictionary<string, torch.Tensor> State, int NumExamples, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>What a training under <see cref="TrainRequest.Privacy"/> has spent; null without it.</summary>
    public PrivacySpent? Spent { get; init; }
}
