using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Http;

/// <summary>What an interaction answers; written to HTTP by <see cref="FhirResponse"/> or into a Bundle entry.</summary>
/// <param name="Status">The HTTP status.</param>
internal sealed record FhirResult(int Status)
{
    /// <summary>The resource of the body; null when there is none or it is a <see cref="Bundle"/>.</summary>
    public Resource? Body { get; init; }

    /// <summary>A Bundle that is written straight to the response.</summary>
    public Bundle? Bundle { get; init; }

    /// <summary>A body that is no FHIR resource.</summary>
    public OperationFile? File { get; init; }

    /// <summary>What stands for the access rules of a Binary whose content is the body.</summary>
    public string? SecurityContext { get; init; }

    /// <summary>The version for the ETag, or null.</summary>
    public long? VersionId { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    /// <summary>True when a write found the same content already there and made no new version.</summary>
    public bool Unchanged { get; init; }

    /// <summary>Relative to the base: <c>Patient/1/_history/2</c>.</summary>
    public string? Location { get; init; }

    /// <summary>Relative to the base: where a job is polled.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>When the answer, and what it points to, will be gone.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>How far a job is, for a person.</summary>
    public string? Progress { get; init; }

    public static FhirResult Of(int status, StoredResource stored) => new(status)
    {
        Body = stored.Resource,
        VersionId = stored.VersionId,
        LastModified = stored.LastUpdated,
    };

    public static FhirResult Ok(Resource body) => new(200) { Body = body };

    public static FhirResult Ok(OperationFile file) => new(200) { File = file };

    public static FhirResult Ok(Bundle bundle) => new(200) { Bundle = bundle };
}
