using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>A node's half of a strategy in one round: sees each gradient, then says what leaves the node.</summary>
public interface IClientHalf : IClientStep
{
    /// <summary>Invented rows that the gradients see beside the node's own; null for none.</summary>
    FeatureTable? Invented => null;

    /// <summary>What the node returns.</summary>
    /// <param name="result">Of the local training; returned as it is where nothing is to be changed.</param>
    ClientResult Finish(TrainResult result);
}
