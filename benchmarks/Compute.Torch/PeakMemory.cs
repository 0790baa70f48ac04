using System.Diagnostics;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>The most memory that the process has held.</summary>
internal static class PeakMemory
{
    internal static double Mebibytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }
}
