using GenoMed.Fhir.Compute.Federation;

namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>Where a run stands: after the given round (0 before the first) with these weights and what the strategy keeps beside them.</summary>
internal sealed record Checkpoint(TrainingPlan Plan, int Round, byte[] Weights);
