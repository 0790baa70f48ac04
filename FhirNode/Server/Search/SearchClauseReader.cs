using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Reads the values of one parameter and checks each by its kind.</summary>
internal static class SearchClauseReader
{
    private static readonly HashSet<string> Prefixes = ["eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"];

    public static SearchClause Read(SearchName name, string value)
    {
        var values = SearchText.Split(value, ',').Where(part => part.Length > 0).Select(part => ReadValue(name, part)).ToList();
        return values.Count > 0
            ? new SearchClause(name.Code, name.Kind, name.Modifier, values)
            : throw OperationProblem.Invalid($"'{value}' holds no value.");
    }

    private static SearchValue ReadValue(SearchName name, string text)
    {
        if (name.Modifier == "missing")
        {
            return text is "true" or "false" ? new SearchValue(null, text) : throw OperationProblem.Invalid($":missing is true or false; '{text}' is not.");
        }

        var value = name.Kind is SearchKind.Date or SearchKind.Number or SearchKind.Quantity ? SplitPrefix(text) : new SearchValue(null, text);
        Check(name, value);
        return value;
    }

    private static SearchValue SplitPrefix(string text)
    {
        var letters = text.TakeWhile(char.IsAsciiLetter).Count();
        if (letters == 0)
        {
            return new SearchValue(null, text);
        }

        return Prefixes.Contains(text[..letters])
            ? new SearchValue(text[..letters], text[letters..])
            : throw OperationProblem.Invalid($"'{text[..letters]}' is not a prefix; expected one of {string.Join(", ", Prefixes)}.");
    }

    private static void Check(SearchName name, SearchValue value)
    {
        var fault = name.Kind switch
        {
            SearchKind.Date => FhirDateRange.TryParse(value.Text, out _) ? null : "is not a date; expected YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with an optional offset",
            SearchKind.Number => SearchNumber.TryParse(value.Text) is not null ? null : "is not a number",
            SearchKind.Quantity => IsQuantity(value.Text) ? null : "is not a quantity; expected number, number|system|code or number||code",
            SearchKind.Token => SearchText.Split(value.Text, '|') is { Count: <= 2 } parts && parts.Any(part => part.Length > 0) ? null : "is not a token; expected code, system|code, |code or system|",
            SearchKind.Reference => name.Modifier == "identifier" || IsReference(SearchText.Unescape(value.Text)) ? null : "is not a reference; expected id, Type/id or an absolute URL",
            _ => null,
        };
        if (fault is not null)
        {
            throw OperationProblem.Invalid($"'{value.Text}' {fault}.");
        }
    }

    private static bool IsQuantity(string text)
        => SearchText.Split(text, '|') is { Count: <= 3 } parts && SearchNumber.TryParse(parts[0]) is not null;

    private static bool IsReference(string text)
        => FhirId.IsValid(text) || text.Contains(':', StringComparison.Ordinal) || FhirReference.TryParse(text) is not null;
}
