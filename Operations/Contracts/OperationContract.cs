using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>The public face of an operation, read from its OperationDefinition.</summary>
/// <param name="Code">The operation's code without <c>$</c>, e.g. <c>train-round</c>.</param>
/// <param name="Definition">The OperationDefinition resource.</param>
/// <param name="AffectsState">True: POST only, and the request is audited as an execution that changes something.</param>
/// <param name="Scope">The SMART scope that a client needs, e.g. <c>system/Operation.train-round</c>.</param>
public sealed record OperationContract(string Code, Resource Definition, bool AffectsState, string Scope);
