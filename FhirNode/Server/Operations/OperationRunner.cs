using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>Runs an operation: waits for a place, keeps the deadline, and lets its result pass the <see cref="ReleaseGate"/>.</summary>
internal sealed class OperationRunner(ReleaseGate gate, IOptions<NodeOptions> options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.Limits.MaxConcurrentJobs);
    private readonly TimeSpan _deadline = TimeSpan.FromSeconds(options.Value.Limits.JobDeadlineSeconds);

    /// <exception cref="OperationProblem">What the operation refuses; or that the deadline passed.</exception>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> is set.</exception>
    public async Task<Resource> RunAsync(IOperation operation, Resource parameters, Caller caller, IProgress<OperationProgress> progress, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await _places.WaitAsync(both.Token);
            try
            {
                // Off the request's or scheduler's thread: an operation may compute before its first await.
                var result = await Task.Run(() => operation.RunAsync(parameters, new OperationContext(caller.ClientId, progress, both.Token)), both.Token);
                return gate.Release(operation.Contract, result, caller);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new OperationProblem(ProblemKind.Unprocessable, [new OutcomeIssue(IssueSeverity.Error, IssueCode.Timeout, $"The operation was stopped: it ran longer than this node's deadline of {_deadline.TotalSeconds:0} s.")]);
        }
    }

    public void Dispose() => _places.Dispose();
}
