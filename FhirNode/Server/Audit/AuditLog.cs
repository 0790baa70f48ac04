using GenoMed.Fhir.Node.Logging;
using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Audit;

/// <summary>The audit trail: <c>audit.ndjson</c> in the data directory, one AuditEvent a line. No line is dropped; a slow disk slows requests.</summary>
internal sealed class AuditLog(IOptions<NodeOptions> options) : IAsyncDisposable
{
    private const int Capacity = 4096;
    private readonly LineFile _file = new(Path.Combine(options.Value.DataDirectory, "audit.ndjson"), Capacity);

    public ValueTask AppendAsync(ReadOnlyMemory<byte> auditEvent) => _file.AppendAsync(auditEvent);

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
