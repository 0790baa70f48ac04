namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>A loss and its gradient.</summary>
/// <param name="Value">Mean over the events.</param>
/// <param name="Gradient">d value / d f, [n].</param>
internal sealed record PartialLikelihoodLoss(double Value, float[] Gradient);
