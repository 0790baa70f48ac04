using GenoMed.Fhir.Node.Search.Filters;
using GenoMed.Fhir.Node.Search.Texts;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Parameters that are no values of the index: <c>_filter</c>, <c>_text</c>, <c>_content</c>.</summary>
internal static class SpecialNames
{
    /// <summary>Whether a search of a type takes the parameter, special or not.</summary>
    public static bool IsTaken(SearchParameterDefinition parameter, bool fullText)
        => SearchName.IsSearchable(parameter) || parameter.Code == FilterExpressionReader.Parameter || (fullText && TextFilter.KindOf(parameter.Code) is not null);

    /// <summary>The filter of <c>_text</c> or <c>_content</c>; null where the name is none of them.</summary>
    /// <exception cref="OperationProblem">NotSupported: no full-text index is kept, or the type has no such parameter. Invalid: the value cannot be read.</exception>
    public static SearchFilter? Text(string resourceType, string name, string value, SearchParserOptions options)
    {
        if (TextFilter.KindOf(name) is not { } kind || R5Definitions.Instance.SearchParameter(resourceType, name) is null)
        {
            return null;
        }

        return options.FullText
            ? TextExpressionReader.Read(kind, value)
            : throw OperationProblem.NotSupported($"'{name}' needs a full-text index, which this node does not keep; its option store.fullText switches it on.");
    }
}
