using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>A node's half of a strategy in one round: sees each gradient, then says what leaves the node.</summary>
public interface IClientHalf : IClientStep
{
    /// <summary>What the node returns.</summary>
    /// <param name="result">Of the local training; returned as it is where nothing is to be changed.</param>
    ClientResult Finish(TrainResult result);
}
