using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>
/// A reference to this server by its absolute URL means what <c>Type/id</c> means (R5 search.html, "reference"):
/// both forms are looked for.
/// </summary>
internal static class OwnReference
{
    /// <summary>The value; before it <c>Type/id</c> where it is a URL under the server's base.</summary>
    /// <param name="name">The parameter; values of other kinds, and of modifiers that take no reference, stay as they are.</param>
    /// <param name="value">The value as it was read.</param>
    /// <param name="baseUrl">The server's base without a slash at the end; null where it is not known.</param>
    public static IEnumerable<SearchValue> Forms(SearchName name, SearchValue value, string? baseUrl)
        => baseUrl is not null && IsTarget(name) && FhirReference.TryParse(SearchText.Unescape(value.Text)) is { Local: { } local } reference && reference.BaseUrl == baseUrl
            ? [value with { Text = local }, value]
            : [value];

    private static bool IsTarget(SearchName name)
        => name.Kind == SearchKind.Reference && (name.Modifier is null || char.IsAsciiLetterUpper(name.Modifier[0]));
}
