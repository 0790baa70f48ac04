using GenoMed.Fhir.Http.Benchmarks.Bare;
using GenoMed.Fhir.Http.Benchmarks.Load;

namespace GenoMed.Fhir.Http.Benchmarks.Report;

/// <summary>All figures of one run.</summary>
/// <param name="StartSeconds">From the start of the process to its first answer, the CapabilityStatement.</param>
/// <param name="RestMegabytes">Resident memory of the node that has just started, some seconds later.</param>
/// <param name="RestAfterLoadMegabytes">Resident memory some seconds after all the load.</param>
/// <param name="Node">The node's figures.</param>
/// <param name="Bare">What stands beside them.</param>
internal sealed record HttpReport(
    double StartSeconds,
    double RestMegabytes,
    double RestAfterLoadMegabytes,
    IReadOnlyList<LoadFigure> Node,
    BareFigures Bare)
{
    /// <summary>Load average of the last minute (Linux): other programs make the figures worse.</summary>
    public string Load { get; } = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
