using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations;

/// <summary>
/// A FHIR operation as the node sees it: parameters in, resource or file out. The node knows nothing more of any
/// operation; its route, its CapabilityStatement line and the check of its input come from the contract.
/// </summary>
public interface IOperation
{
    OperationContract Contract { get; }

    /// <summary>Runs with a <c>Parameters</c> resource: the body, or what the query or a bare resource as body comes to.</summary>
    Task<OperationResult> RunAsync(Resource parameters, OperationContext context);
}
