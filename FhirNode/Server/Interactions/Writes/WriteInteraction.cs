using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Validation;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>Create, update and delete, conditional or not: plan, validate, commit, answer.</summary>
internal sealed class WriteInteraction(IResourceStore store, WritePlanner planner, WriteValidation validation, ReferenceValidation references, DeletionValidation deletions, ConditionalDelete deletes, ConditionalGate gate) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Create, Interaction.Update, Interaction.Delete];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var body = call.Target.Interaction == Interaction.Delete ? null : await call.ReadBody(cancellationToken);
        if (WritePlanner.Condition(call) is not { } condition)
        {
            return await WriteAsync(call, body, cancellationToken);
        }

        using (await gate.EnterAsync([condition], cancellationToken))
        {
            return await WriteAsync(call, body, cancellationToken);
        }
    }

    private async Task<FhirResult> WriteAsync(FhirCall call, R5.Resources.Resource? body, CancellationToken cancellationToken)
    {
        if (deletes.Takes(call))
        {
            AccessRule.CheckResource(call.Caller, call.Target.ResourceType!, 's');
            return await deletes.RunAsync(call, cancellationToken);
        }

        var plan = await planner.PlanAsync(call, body, cancellationToken);
        if (!plan.Writes)
        {
            return WriteResult.Of(plan, plan.Found, call.Preferences);
        }

        validation.Check(body);
        await references.CheckAsync(body, plan.Reference, cancellationToken);
        var write = plan.ToStoreWrite();
        await deletions.CheckAsync(write, [write], cancellationToken);
        var written = await store.CommitAsync([write], cancellationToken);
        return WriteResult.Of(plan, written[0], call.Preferences);
    }
}
