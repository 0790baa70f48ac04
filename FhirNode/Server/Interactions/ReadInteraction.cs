using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>GET [base]/Type/id, conditional read included; the definitions of the wired operations can be read too.</summary>
internal sealed class ReadInteraction(IResourceStore store, OperationTable operations) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Read];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var (type, id) = (call.Target.ResourceType!, call.Target.Id!);
        if (await store.ReadAsync(type, id, cancellationToken) is not { } stored)
        {
            return FhirResult.Ok(Wired(type, id) ?? throw OperationProblem.NotFound($"There is no {type}/{id}."));
        }

        if (stored.IsDeleted)
        {
            throw OperationProblem.Gone($"{type}/{id} was deleted on {stored.LastUpdated:u}; version {stored.VersionId - 1} is still in its history.");
        }

        return IsKnown(call, stored) ? FhirResult.Of(304, stored) with { Body = null } : BinaryContent.Of(call, FhirResult.Of(200, stored));
    }

    private Resource? Wired(string type, string id) => type == "OperationDefinition" ? operations.Definition(id) : null;

    // HTTP dates carry whole seconds.
    private static bool IsKnown(FhirCall call, StoredResource stored) => call.IfNoneMatch is { } tags
        ? ETag.Matches(tags, stored.VersionId)
        : call.IfModifiedSince is { } since && stored.LastUpdated.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
}
