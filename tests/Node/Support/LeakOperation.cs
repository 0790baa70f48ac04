using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Tests.Support;

/// <summary>An operation with a fault: its result holds a patient.</summary>
internal sealed class LeakOperation : IOperation
{
    public OperationContract Contract { get; } = TestContract.Of("leak");

    public Task<OperationResult> RunAsync(Resource parameters, OperationContext context) => Task.FromResult<OperationResult>(Resource.Parse(
        """{"resourceType":"Parameters","parameter":[{"name":"x","resource":{"resourceType":"Patient","id":"1"}}]}"""u8.ToArray()));
}
