using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations;

/// <summary>An operation written with records; the contract turns them to and from Parameters.</summary>
internal abstract class Operation<TInput, TOutput>(TypedContract<TInput, TOutput> contract) : IOperation
    where TInput : class
    where TOutput : class
{
    public OperationContract Contract => contract.Operation;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
        => contract.WriteOutput(await RunAsync(contract.ReadInput(parameters), context));

    /// <summary>Validate, load, compute.</summary>
    protected abstract Task<TOutput> RunAsync(TInput input, OperationContext context);
}
