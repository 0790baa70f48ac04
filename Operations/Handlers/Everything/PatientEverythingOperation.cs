using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary><c>Patient/$everything</c> and <c>Patient/id/$everything</c>.</summary>
internal sealed class PatientEverythingOperation(IResourceStore store) : IOperation
{
    public OperationContract Contract => ContractCatalog.PatientEverything;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = EverythingInput.Read(parameters);
        if (context.Target.Id is not { } id)
        {
            return await new EverythingJob(store).RunAsync(new AllPatients(store), null, input, context);
        }

        await TargetReader.ReadAsync(store, context);
        return await new EverythingJob(store).RunAsync(new NamedPatients([id]), null, input, context);
    }
}
