using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>One call of an operation, at once or as a job.</summary>
/// <param name="Operation">What is called.</param>
/// <param name="Parameters">Its input.</param>
/// <param name="Target">What it is called on.</param>
/// <param name="Caller">Who calls.</param>
internal sealed record OperationRequest(IOperation Operation, Resource Parameters, OperationTarget Target, Caller Caller)
{
    /// <summary>The path and query of the request, relative to the base.</summary>
    public string Url { get; init; } = string.Empty;

    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>A body that is no FHIR resource.</summary>
    public OperationBody? Body { get; init; }

    /// <summary><c>Prefer: handling=lenient</c>.</summary>
    public bool Lenient { get; init; }

    /// <summary>The files and the cursor of the job that runs it, where the operation only runs as a job.</summary>
    public JobWorkspace? Workspace { get; init; }

    /// <summary>The job that runs it; null when it is answered at once.</summary>
    public string? JobId { get; init; }
}
