using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Whether a value is one of its parameter's kind.</summary>
internal static class SearchValueCheck
{
    private static readonly HashSet<string> Prefixes = ["eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"];

    /// <summary>What is wrong with the value, to stand behind it in a sentence; null when nothing is.</summary>
    public static string? Fault(SearchName name, SearchValue value) => name switch
    {
        { Modifier: "missing" } => value.Text is "true" or "false" ? null : "is not true or false, which :missing takes",
        { Modifier: "of-type" } => Parts(value) is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }] ? null : "is not system|code|value, which :of-type takes",
        { Modifier: "identifier" } => Fault(SearchKind.Token, value),
        { Modifier: "text" or "code-text" or "in" or "not-in" } => null,
        { Kind: SearchKind.Composite } => Composite(name.Definition, value),
        _ => Fault(name.Kind, value),
    };

    private static string? Fault(SearchKind kind, SearchValue value)
    {
        if (value.Prefix is { } prefix && !Prefixes.Contains(prefix))
        {
            return $"begins with '{prefix}', which is not a prefix; expected one of {string.Join(", ", Prefixes)}";
        }

        return kind switch
        {
            SearchKind.Date => FhirDateRange.TryParse(value.Text, out _) ? null : "is not a date; expected YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with an optional offset",
            SearchKind.Number => SearchNumber.TryParse(value.Text) is not null ? null : "is not a number",
            SearchKind.Quantity => IsQuantity(value) ? null : "is not a quantity; expected number, number|system|code or number||code",
            SearchKind.Token => Parts(value) is { Count: <= 2 } parts && parts.Any(part => part.Length > 0) ? null : "is not a token; expected code, system|code, |code or system|",
            SearchKind.Reference => IsReference(SearchText.Unescape(value.Text)) ? null : "is not a reference; expected id, Type/id or an absolute URL",
            _ => null,
        };
    }

    private static string? Composite(SearchParameterDefinition definition, SearchValue value)
    {
        var parts = SearchText.Split(value.Text, '$');
        if (parts.Count != definition.Components.Count)
        {
            return $"is not {string.Join('$', definition.Components.Select(part => part.Code))}";
        }

        var faults = parts.Zip(definition.Components, (text, part) => Part(SearchKinds.OfType(part.Type)!.Value, text) is { } fault ? $"has the part '{text}', which {fault}" : null);
        return faults.FirstOrDefault(fault => fault is not null);
    }

    private static string? Part(SearchKind kind, string text) => text.Length == 0 ? "is empty" : Fault(kind, SearchValue.Parse(kind, text));

    private static IReadOnlyList<string> Parts(SearchValue value) => SearchText.Split(value.Text, '|');

    private static bool IsQuantity(SearchValue value) => Parts(value) is { Count: <= 3 } parts && SearchNumber.TryParse(parts[0]) is not null;

    private static bool IsReference(string text)
        => FhirId.IsValid(text) || text.Contains(':', StringComparison.Ordinal) || FhirReference.TryParse(text) is not null;
}
