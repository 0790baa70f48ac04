using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Bulk;

/// <summary>The members that a Group lists.</summary>
internal static class GroupMembers
{
    /// <summary>The references of its members that are not inactive.</summary>
    public static IEnumerable<string> Active(Resource group) => group.Element.Items("member")
        .Where(member => member.Child("inactive") is not { ValueKind: JsonValueKind.True })
        .Select(member => member.Child("entity")?.Text("reference"))
        .OfType<string>();
}
