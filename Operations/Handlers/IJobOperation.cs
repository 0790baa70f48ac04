using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations;

/// <summary>
/// An operation that only runs as a job, because it takes long or leaves files: it needs <c>Prefer: respond-async</c>, and
/// after a restart it goes on from the cursor of its <see cref="OperationContext.Job"/>.
/// </summary>
public interface IJobOperation : IResumableOperation
{
    /// <summary>Refuses at once what the job could only refuse later.</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">What is wrong with the request.</exception>
    Task CheckAsync(Resource parameters, OperationContext context);
}
