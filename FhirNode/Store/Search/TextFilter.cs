namespace GenoMed.Fhir.Store.Search;

/// <summary>Words that stand behind each other in the narrative or in the content of a resource; needs a store with a full-text index.</summary>
/// <param name="Kind">Narrative or Content.</param>
/// <param name="Words">One or more, as <see cref="Index.Texts.Words"/> gives them.</param>
/// <param name="IsPrefix">Whether the last one is but the beginning of a word.</param>
public sealed record TextFilter(SearchKind Kind, IReadOnlyList<string> Words, bool IsPrefix) : SearchFilter
{
    /// <summary>The parameter of a kind: <c>_text</c> or <c>_content</c>.</summary>
    public static string Code(SearchKind kind) => kind == SearchKind.Narrative ? "_text" : "_content";

    /// <summary>The kind of a parameter, or null for any other.</summary>
    public static SearchKind? KindOf(string code) => code switch { "_text" => SearchKind.Narrative, "_content" => SearchKind.Content, _ => null };
}
