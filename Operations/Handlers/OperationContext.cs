namespace GenoMed.Fhir.Operations;

/// <summary>What a running operation knows of its caller and its job.</summary>
/// <param name="ClientId">The authenticated client, or <c>anonymous</c> on an open node.</param>
/// <param name="Progress">Where to say how far the work is (shown as X-Progress and in the Task).</param>
/// <param name="CancellationToken">Set when the client sends DELETE, the deadline passes or the node stops.</param>
public sealed record OperationContext(string ClientId, IProgress<OperationProgress> Progress, CancellationToken CancellationToken);
