namespace GenoMed.Fhir.Operations;

/// <summary>What a running operation knows of its caller and its job.</summary>
/// <param name="ClientId">The authenticated client, or <c>anonymous</c> on an open node.</param>
/// <param name="Progress">Where to say how far the work is (shown as X-Progress and in the Task).</param>
/// <param name="CancellationToken">Set when the client sends DELETE, the deadline passes or the node stops.</param>
public sealed record OperationContext(string ClientId, IProgress<OperationProgress> Progress, CancellationToken CancellationToken)
{
    /// <summary>The type or resource that it is called on.</summary>
    public OperationTarget Target { get; init; } = OperationTarget.System;

    /// <summary>The node's base URL, without a slash at the end.</summary>
    public string BaseUrl { get; init; } = string.Empty;

    /// <summary>The whole URL of the request, query included: for links and manifests.</summary>
    public string RequestUrl { get; init; } = string.Empty;

    /// <summary>The media types that the client asks for (<c>_format</c>, else Accept), without parameters, in its order.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>The body where it is of one of the contract's media types; null where it was FHIR JSON or empty.</summary>
    public OperationBody? Body { get; init; }

    /// <summary>The job that runs this; null for a request that is answered at once.</summary>
    public string? JobId { get; init; }

    /// <summary>The files and the cursor of an <see cref="IJobOperation"/>; null for any other, and before it has become a job.</summary>
    public JobWorkspace? Job { get; init; }

    /// <summary><c>Prefer: handling=lenient</c>: what is not supported is passed over.</summary>
    public bool Lenient { get; init; }

    /// <summary>Whether the node asks for access tokens.</summary>
    public bool RequiresToken { get; init; }

    /// <summary>Whether the client may read resources of this type; <c>*</c> for all of them.</summary>
    public Func<string, bool> MayRead { get; init; } = static _ => true;
}
