using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>FHIRPath Patch (R5 fhirpatch.html): a Parameters resource with an <c>operation</c> parameter for each change.</summary>
public sealed class FhirPathPatch : IResourcePatch
{
    private readonly IReadOnlyList<FhirPathPatchOperation> _operations;

    private FhirPathPatch(IReadOnlyList<FhirPathPatchOperation> operations) => _operations = operations;

    /// <exception cref="OperationProblem">Structure: no Parameters, an unknown type, a path that is no FHIRPath, a part that is missing.</exception>
    public static FhirPathPatch Read(Resource parameters)
        => new([.. parameters.Require("Parameters").Items("parameter").Select(FhirPathPatchOperation.Read)]);

    public Resource Apply(Resource resource)
    {
        var document = PatchedResource.Node(resource).AsObject();
        for (var index = 0; index < _operations.Count; index++)
        {
            new FhirPathEdit(document, index).Apply(_operations[index]);
        }

        return PatchedResource.Of(resource, document);
    }
}
