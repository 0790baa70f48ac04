using System.Globalization;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>GET [base]/Type/id/_history/version.</summary>
internal sealed class VReadInteraction(IResourceStore store) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.VRead];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var target = call.Target;
        var stored = long.TryParse(target.VersionId, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? await store.VReadAsync(target.ResourceType!, target.Id!, version, cancellationToken)
            : null;
        return stored switch
        {
            null => throw OperationProblem.NotFound($"{target.ResourceType}/{target.Id} has no version '{target.VersionId}'."),
            { IsDeleted: true } => throw OperationProblem.Gone($"Version {version} of {target.ResourceType}/{target.Id} is its deletion."),
            _ => BinaryContent.Of(call, FhirResult.Of(200, stored)),
        };
    }
}
