using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>A change to a resource, read and ready to be applied.</summary>
public interface IResourcePatch
{
    /// <summary>The resource as it is after the whole patch; the given one stays as it is.</summary>
    /// <exception cref="Outcomes.OperationProblem">Unprocessable: the patch does not fit the resource.</exception>
    Resource Apply(Resource resource);
}
