using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Node.Jobs;
using GenoMed.Fhir.Operations;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>POST [base]/$code: at once, or as a job when the client prefers <c>respond-async</c>.</summary>
internal sealed class OperationInteraction(OperationTable operations, OperationRunner runner, JobService jobs) : IInteraction
{
    private static readonly IProgress<OperationProgress> Unheard = new SilentProgress();

    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Operation];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var operation = operations.Get(call.Target.Operation!);
        AccessRule.CheckOperation(call.Caller, operation.Contract);
        var parameters = await call.ReadBody(cancellationToken);
        return call.Preferences.RespondAsync
            ? await jobs.RunAsync(operation, parameters, call, cancellationToken)
            : FhirResult.Ok(await runner.RunAsync(operation, parameters, call.Caller, Unheard, cancellationToken));
    }

    private sealed class SilentProgress : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value)
        {
            // Nobody polls a request that is answered at once.
        }
    }
}
