namespace GenoMed.Fhir.Compute.Models;

/// <summary>Where a training stands.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Epochs">Of how many.</param>
/// <param name="Loss">Mean loss of the epoch's batches; NaN where every batch was skipped.</param>
public sealed record TrainProgress(int Epoch, int Epochs, double Loss);
