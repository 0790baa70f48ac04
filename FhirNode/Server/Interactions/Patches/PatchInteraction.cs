using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions.Writes;
using GenoMed.Fhir.Node.Validation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Patching;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Patches;

/// <summary>PATCH [base]/Type/id, conditional or not: read, change, validate, commit on the version that was read.</summary>
internal sealed class PatchInteraction(IResourceStore store, PatchPlanner planner, WriteValidation validation, ReferenceValidation references) : IInteraction
{
    // Without If-Match a patch means the newest version, whoever wrote it meanwhile.
    private const int MaxAttempts = 32;

    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Patch];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var patch = await PatchReader.ReadAsync(call, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(call, patch, cancellationToken);
            }
            catch (OperationProblem problem) when (problem.Kind == ProblemKind.PreconditionFailed && call.IfMatch is null && call.Target.Id is not null && attempt < MaxAttempts)
            {
                // Another write came first; the next attempt reads its version.
            }
        }
    }

    private async Task<FhirResult> RunAsync(FhirCall call, IResourcePatch patch, CancellationToken cancellationToken)
    {
        var plan = await planner.PlanAsync(call, patch, cancellationToken);
        validation.Check(plan.Body);
        await references.CheckAsync(plan.Body, plan.Reference, cancellationToken);
        var written = await store.CommitAsync([plan.ToStoreWrite()], cancellationToken);
        return WriteResult.Of(plan, written[0], PatchPlanner.Preferences(call));
    }
}
