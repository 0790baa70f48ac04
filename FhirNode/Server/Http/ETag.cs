using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Http;

/// <summary>FHIR's weak entity tags, <c>W/"3"</c> for version 3.</summary>
internal static class ETag
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>The version of an If-Match; a strong tag is taken too, as clients send them.</summary>
    /// <exception cref="OperationProblem">Invalid when it is neither; PreconditionFailed when it is a tag that this server never gave.</exception>
    public static long Version(string header)
    {
        var text = header.Trim();
        var quoted = text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text;
        if (quoted is not ['"', .. var inner, '"'])
        {
            throw OperationProblem.Invalid($"If-Match must be an entity tag such as W/\"3\"; this is '{header}'.");
        }

        return long.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw OperationProblem.PreconditionFailed($"No version has the entity tag {header}.");
    }

    /// <summary>Whether an If-None-Match names this version.</summary>
    public static bool Matches(string header, long version)
        => header.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == Of(version) || tag == Of(version)[2..]);
}
