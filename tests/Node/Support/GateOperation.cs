using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Tests.Support;

/// <summary>Runs until its gate opens; changes state, so that a restart does not run it again.</summary>
internal sealed class GateOperation(Gate gate) : IOperation
{
    public OperationContract Contract { get; } = TestContract.Of("gate", affectsState: true);

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        context.Progress.Report(new OperationProgress(0.5, "at the gate"));
        await gate.PassAsync(context.CancellationToken);
        return parameters;
    }
}
