using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>An operation with the records that its definition's parameters bind to.</summary>
/// <typeparam name="TInput">Sealed record, one property for each <c>in</c> parameter.</typeparam>
/// <typeparam name="TOutput">Sealed record, one property for each <c>out</c> parameter.</typeparam>
public sealed class TypedContract<TInput, TOutput>
    where TInput : class
    where TOutput : class
{
    private readonly IReadOnlyList<ContractParameter> _inputs;
    private readonly IReadOnlyList<ContractParameter> _outputs;

    /// <param name="id">The id of the embedded definition, <c>Definitions/{id}.json</c>: the code, or <c>{type}-{code}</c> where types share one.</param>
    internal TypedContract(string id)
    {
        Operation = EmbeddedDefinition.Contract(id);
        _inputs = Operation.Inputs;
        _outputs = Operation.Outputs;
    }

    /// <summary>The contract without its records, as the node's router sees it.</summary>
    public OperationContract Operation { get; }

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Invalid, with one issue for each parameter that is missing, unknown or mis-typed.</exception>
    public TInput ReadInput(Resource parameters) => ParametersBinder.Read<TInput>(parameters, _inputs);

    /// <summary>Writes the body of a request.</summary>
    public Resource WriteInput(TInput input) => ParametersBinder.Write(input, _inputs);

    /// <summary>Reads the body of an answer.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Invalid, as for <see cref="ReadInput"/>.</exception>
    public TOutput ReadOutput(Resource result) => ParametersBinder.Read<TOutput>(result, _outputs);

    /// <summary>Writes the body of an answer: Parameters, or the resource itself where the only output is named <c>return</c>.</summary>
    public Resource WriteOutput(TOutput output) => ParametersBinder.Write(output, _outputs);
}
