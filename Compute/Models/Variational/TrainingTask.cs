using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>What one node minimises in one round.</summary>
/// <param name="Module">Holds the parameters.</param>
/// <param name="Count">Rows.</param>
/// <param name="Loss">The loss of the rows at the given positions, mean over them, on the tape.</param>
/// <param name="HeldOut">The loss that early stopping watches, of rows that are not trained on.</param>
/// <param name="Seed">Order of rows, held-out rows.</param>
internal sealed record TrainingTask(
    torch.nn.Module Module, int Count, Func<int[], torch.Tensor> Loss, Func<int[], torch.Tensor> HeldOut, long Seed);
