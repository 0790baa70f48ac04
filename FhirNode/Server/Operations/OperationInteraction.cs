using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Node.Jobs;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>$code on the base, a type or a resource: at once, or as a job when the client prefers <c>respond-async</c>.</summary>
internal sealed class OperationInteraction(OperationTable operations, OperationRunner runner, JobService jobs) : IInteraction
{
    private static readonly IProgress<OperationProgress> Unheard = new SilentProgress();

    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Operation];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var operation = operations.Get(call.Target);
        var contract = operation.Contract;
        AccessRule.CheckOperation(call.Caller, contract, call.Target.ResourceType);
        CheckMethod(call, contract);
        CheckAccept(call, contract);
        var body = call.HasBody && call.Raw is { } raw && contract.MediaTypes.Contains(raw.MediaType) ? new OperationBody(raw.MediaType, raw.OpenFile) { FhirVersion = raw.FhirVersion } : null;
        var request = new OperationRequest(
            operation,
            await OperationInput.ReadAsync(call, contract, body is not null, cancellationToken),
            new OperationTarget(call.Target.ResourceType, call.Target.Id),
            call.Caller)
        {
            Url = call.Url,
            Accept = call.Accept,
            Body = body,
            Lenient = call.Preferences.Lenient,
        };
        if (operation is IJobOperation job)
        {
            await CheckAsync(job, request, call.Preferences, cancellationToken);
        }

        return call.Preferences.RespondAsync
            ? await jobs.RunAsync(request, call.Preferences, cancellationToken)
            : OperationAnswer.Of(await runner.RunAsync(request, Unheard, cancellationToken), call.Accept);
    }

    private static void CheckMethod(FhirCall call, OperationContract contract)
    {
        if (contract.AffectsState && call.Method is "GET" or "HEAD")
        {
            throw OperationProblem.MethodNotAllowed($"${contract.Code} changes something here: POST it.", ["POST"]);
        }
    }

    private Task CheckAsync(IJobOperation operation, OperationRequest request, Preferences preferences, CancellationToken cancellationToken)
        => preferences.RespondAsync
            ? runner.CheckAsync(operation, request, cancellationToken)
            : throw OperationProblem.Invalid($"${operation.Contract.Code} only runs as a job: send the header Prefer: respond-async, and poll the Content-Location of the answer.");

    // Refused before the work, not after it.
    private static void CheckAccept(FhirCall call, OperationContract contract)
    {
        var isInput = contract.Inputs.Any(input => input.Name == "_format");
        if (!isInput && !Negotiation.TakesJson(call.Accept) && !call.Accept.Any(contract.MediaTypes.Contains))
        {
            throw Negotiation.NotAcceptable(string.Join(", ", call.Accept), contract.MediaTypes);
        }
    }

    private sealed class SilentProgress : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value)
        {
            // Nobody polls a request that is answered at once.
        }
    }
}
