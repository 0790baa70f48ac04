using System.Globalization;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary>What <c>$everything</c> takes.</summary>
/// <param name="Since">As the client wrote it; null for no bound.</param>
/// <param name="Types">Only these; empty for all.</param>
/// <param name="Count">Page size, from 1.</param>
/// <param name="Cursor">Where the page begins.</param>
internal sealed record EverythingInput(string? Since, IReadOnlyList<string> Types, int Count, EverythingCursor Cursor)
{
    /// <summary>A page where the client names no size, and the largest one.</summary>
    public const int MaxCount = 1000;

    /// <exception cref="OperationProblem">Invalid: a name, type, instant, count or cursor that is none.</exception>
    public static EverythingInput Read(Resource parameters)
    {
        var list = ParameterList.Read(parameters);
        list.AllowOnly("_since", "_type", "_count", "_cursor");
        return new EverythingInput(
            list.Optional("_since") is { } since ? ReadSince(since) : null,
            [.. list.All("_type").SelectMany(type => type.AsString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(ReadType)],
            list.Optional("_count") is { } count ? ReadCount(count) : MaxCount,
            EverythingCursor.Parse(list.Optional("_cursor")?.AsString()));
    }

    /// <summary>The query of this input with another place to begin: for the next link.</summary>
    public string Query(EverythingCursor? cursor)
    {
        IEnumerable<(string Name, string? Value)> pairs =
        [
            ("_since", Since),
            ("_type", Types.Count > 0 ? string.Join(',', Types) : null),
            ("_count", Count == MaxCount ? null : Count.ToString(CultureInfo.InvariantCulture)),
            ("_cursor", cursor?.ToString()),
        ];
        return string.Join('&', pairs.Where(pair => pair.Value is { Length: > 0 }).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
    }

    private static string ReadSince(Parameter parameter) => FhirDateRange.TryParse(parameter.AsString(), out _)
        ? parameter.AsString()
        : throw ParameterProblem.Invalid("_since", $"_since is an instant such as 2026-01-31T12:00:00Z; this is '{parameter.AsString()}'.");

    private static string ReadType(string type) => R5Definitions.Instance.IsResourceType(type)
        ? type
        : throw ParameterProblem.Invalid("_type", $"'{type}' is not a resource type of FHIR R5.");

    private static int ReadCount(Parameter parameter) => parameter.AsInteger() is > 0 and var count
        ? Math.Min(count, MaxCount)
        : throw ParameterProblem.Invalid("_count", "_count is a whole number from 1.");
}
