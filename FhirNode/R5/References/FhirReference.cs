using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.References;

/// <summary>A parsed <c>Reference.reference</c>.</summary>
/// <param name="Text">The reference as it was written.</param>
/// <param name="Kind">Its form.</param>
/// <param name="Type">Resource type, of a relative one and of an absolute URL that ends in <c>Type/id</c>.</param>
/// <param name="Id">Logical id, or the fragment of a contained one.</param>
/// <param name="VersionId">The version, where <c>/_history/v</c> names one.</param>
/// <param name="BaseUrl">What comes before <c>Type/id</c> in an absolute URL, without a final slash.</param>
public sealed record FhirReference(string Text, ReferenceKind Kind, string? Type = null, string? Id = null, string? VersionId = null, string? BaseUrl = null)
{
    private const string History = "_history";

    /// <summary><c>Type/id</c>, or null where the reference names no resource of a REST server.</summary>
    public string? Local => Type is null ? null : $"{Type}/{Id}";

    /// <summary>Reads a reference.</summary>
    /// <exception cref="OperationProblem">The text has none of the forms.</exception>
    public static FhirReference Parse(string text)
        => TryParse(text) ?? throw OperationProblem.Invalid($"'{text}' is not a reference; expected Type/id, an absolute URL, urn:uuid:... or #id.");

    /// <summary>The same, null instead of an error.</summary>
    public static FhirReference? TryParse(string text)
    {
        if (text.StartsWith('#'))
        {
            return text.Length == 1 || FhirId.IsValid(text.AsSpan(1)) ? new FhirReference(text, ReferenceKind.Contained, Id: text[1..]) : null;
        }

        if (text.StartsWith("urn:", StringComparison.Ordinal))
        {
            return text.StartsWith("urn:uuid:", StringComparison.Ordinal) || text.StartsWith("urn:oid:", StringComparison.Ordinal)
                ? new FhirReference(text, ReferenceKind.Urn)
                : null;
        }

        return IsAbsolute(text) ? ReadAbsolute(text) : ReadPath(text, text.Split('/'), 0);
    }

    private static bool IsAbsolute(string text)
        => text.Contains("://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(text, UriKind.Absolute);

    private static FhirReference ReadAbsolute(string text)
    {
        var segments = text.Split('/');
        var start = segments.Length - (segments is [.., History, _] ? 4 : 2);
        return (start > 2 ? ReadPath(text, segments, start) : null) ?? new FhirReference(text, ReferenceKind.Absolute);
    }

    // segments[start..] is Type/id or Type/id/_history/version.
    private static FhirReference? ReadPath(string text, string[] segments, int start)
    {
        var path = segments.AsSpan(start);
        var versioned = path.Length == 4 && path[2] == History && FhirId.IsValid(path[3]);
        if (!(path.Length == 2 || versioned) || !R5Definitions.Instance.IsResourceType(path[0]) || !FhirId.IsValid(path[1]))
        {
            return null;
        }

        var baseUrl = start == 0 ? null : string.Join('/', segments[..start]);
        return new FhirReference(text, start == 0 ? ReferenceKind.Relative : ReferenceKind.Absolute, path[0], path[1], versioned ? path[3] : null, baseUrl);
    }
}
