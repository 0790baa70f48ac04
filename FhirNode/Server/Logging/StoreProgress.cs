using GenoMed.Fhir.Store;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Logging;

/// <summary>Tells in the log how far a store is that is indexed anew before the node is ready.</summary>
internal sealed partial class StoreProgress(ILogger<StoreProgress> logger) : IProgress<IndexProgress>
{
    public void Report(IndexProgress value) => LogProgress(logger, value.Done, value.All);

    [LoggerMessage(22, LogLevel.Information, "The store is indexed anew: {Done} of {All} resources")]
    private static partial void LogProgress(ILogger logger, long done, long all);
}
