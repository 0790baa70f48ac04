using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations;

/// <summary>What an operation gives: a resource, or a file.</summary>
public sealed record OperationResult
{
    private OperationResult(Resource? resource, OperationFile? file)
    {
        Resource = resource;
        File = file;
    }

    /// <summary>The resource of the answer; null when it is a file.</summary>
    public Resource? Resource { get; }

    /// <summary>The file of the answer; null when it is a resource.</summary>
    public OperationFile? File { get; }

    public static implicit operator OperationResult(Resource resource) => new(resource, null);

    public static implicit operator OperationResult(OperationFile file) => new(null, file);
}
