using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>Runs an operation: waits for a place, keeps the deadline, and lets its result pass the <see cref="ReleaseGate"/>.</summary>
internal sealed class OperationRunner(ReleaseGate gate, NodeAddress address, IOptions<NodeOptions> options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.Limits.MaxConcurrentJobs);
    private readonly TimeSpan _deadline = TimeSpan.FromSeconds(options.Value.Limits.JobDeadlineSeconds);

    /// <exception cref="OperationProblem">What the operation refuses; or that the deadline passed.</exception>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> is set.</exception>
    public async Task<OperationResult> RunAsync(OperationRequest request, IProgress<OperationProgress> progress, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await _places.WaitAsync(both.Token);
            try
            {
                // Off the request's or scheduler's thread: an operation may compute before its first await.
                var result = await Task.Run(() => request.Operation.RunAsync(request.Parameters, Context(request, progress, both.Token)), both.Token);
                return gate.Release(request.Operation.Contract, result, request.Caller);
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

    /// <summary>Lets an operation that only runs as a job refuse its input before it becomes one.</summary>
    /// <exception cref="OperationProblem">What it refuses.</exception>
    public Task CheckAsync(IJobOperation operation, OperationRequest request, CancellationToken cancellationToken)
        => operation.CheckAsync(request.Parameters, Context(request, new Progress<OperationProgress>(), cancellationToken));

    private OperationContext Context(OperationRequest request, IProgress<OperationProgress> progress, CancellationToken cancellationToken)
        => new(request.Caller.ClientId, progress, cancellationToken)
        {
            Target = request.Target,
            BaseUrl = address.BaseUrl,
            RequestUrl = $"{address.BaseUrl}/{request.Url}",
            Accept = request.Accept,
            Body = request.Body,
            JobId = request.JobId,
            Job = request.Workspace,
            Lenient = request.Lenient,
            RequiresToken = request.Caller.HasToken,
            MayRead = type => request.Caller.Scopes.AllowsResource(type, 'r'),
        };

    public void Dispose() => _places.Dispose();
}
