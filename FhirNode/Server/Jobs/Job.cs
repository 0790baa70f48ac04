using System.Globalization;
using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>A job that waits or runs; finished ones live in the store only.</summary>
internal sealed class Job(FhirTask task, OperationRequest request) : IProgress<OperationProgress>
{
    private readonly TaskCompletionSource<JobOutcome> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Without timer or link it holds nothing to dispose of, and a late DELETE may still reach it.
    private readonly CancellationTokenSource _cancellation = new();
    private volatile OperationProgress? _progress;
    private volatile bool _isRunningHere;

    public string Id => Task.Id!;

    public FhirTask Task { get; } = task;

    /// <summary>What is run.</summary>
    public OperationRequest Request { get; } = request with { JobId = task.Id };

    /// <summary>The version of its Task that this process wrote or read last.</summary>
    public long Version { get; set; }

    /// <summary>Whether this process runs it; of a shared store, another one may.</summary>
    public bool IsRunningHere { get => _isRunningHere; set => _isRunningHere = value; }

    public string Code => Request.Operation.Contract.Code;

    public Caller Caller => Request.Caller;

    /// <summary>Ends with the outcome once it is durable.</summary>
    public Task<JobOutcome> Finished => _finished.Task;

    /// <summary>Set by the client's DELETE.</summary>
    public CancellationToken Cancelled => _cancellation.Token;

    /// <summary>For X-Progress and the Task.</summary>
    public string ProgressText => _progress is { } now
        ? string.Create(CultureInfo.InvariantCulture, $"{now.Fraction * 100:0}% {now.Message}")
        : "waiting for its turn";

    public void Report(OperationProgress value) => _progress = value;

    public void Cancel() => _cancellation.Cancel();

    public void Finish(JobOutcome outcome) => _finished.TrySetResult(outcome);
}
