using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.FhirPath;

/// <summary>Reads type and id off the text of a literal reference.</summary>
internal static class ReferenceTypes
{
    /// <summary>
    /// "Patient/1", "Patient/1/_history/2" or "http://example.org/fhir/Patient/1" as ("Patient", "1"); null for contained
    /// references, URNs and anything whose last but one segment is no resource type.
    /// </summary>
    public static (string Type, string Id)? Parse(string reference)
    {
        var path = reference.AsSpan();
        var history = path.IndexOf("/_history/");
        path = history < 0 ? path : path[..history];
        var slash = path.LastIndexOf('/');
        if (slash <= 0 || slash == path.Length - 1)
        {
            return null;
        }

        var head = path[..slash];
        var type = head[(head.LastIndexOf('/') + 1)..].ToString();
        return R5Definitions.Instance.IsResourceType(type) ? (type, path[(slash + 1)..].ToString()) : null;
    }

    /// <summary>An empty node of the type that the reference names.</summary>
    public static FhirPathValue? Stub(string reference)
        => Parse(reference) is { } target ? new FhirPathValue(FhirPathType.Find(target.Type)!, default, null, null) : null;
}
