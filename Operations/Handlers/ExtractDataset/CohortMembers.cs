using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ExtractDataset;

/// <summary>The patients of a Group.</summary>
internal static class CohortMembers
{
    /// <summary>The ids of its Patient members that are not inactive.</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">NotFound: the node has no such Group.</exception>
    public static async Task<IReadOnlySet<string>> ReadAsync(IResourceStore store, string groupId, CancellationToken cancellationToken)
    {
        var group = (await store.ReadAsync("Group", groupId, cancellationToken))?.Resource
            ?? throw ParameterProblem.NotFound("cohort", $"This node has no Group/{groupId}.");
        return Members(group).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Members(Resource group)
        => group.Element.TryGetProperty("member", out var members)
            ? members.EnumerateArray().Where(IsActive).Select(PatientId).OfType<string>()
            : [];

    private static bool IsActive(JsonElement member) => !(member.TryGetProperty("inactive", out var inactive) && inactive.ValueKind == JsonValueKind.True);

    private static string? PatientId(JsonElement member)
        => member.TryGetProperty("entity", out var entity)
            && entity.TryGetProperty("reference", out var reference)
            && reference.GetString()?.Split('/') is [.., "Patient", var id] ? id : null;
}
