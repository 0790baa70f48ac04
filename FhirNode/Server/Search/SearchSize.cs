using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>How much one search may ask.</summary>
internal static class SearchSize
{
    /// <exception cref="OperationProblem">Invalid: more parameters or values than the options allow.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Check(IEnumerable<KeyValuePair<string, string>> parameters, SearchParserOptions options)
    {
        var all = parameters.ToList();
        if (all.Count > options.MaximumParameters)
        {
            throw OperationProblem.Invalid($"The search has {all.Count} parameters; this server takes {options.MaximumParameters}.");
        }

        var values = all.Sum(pair => SearchText.Split(pair.Value, ',').Count);
        return values <= options.MaximumValues
            ? all
            : throw OperationProblem.Invalid($"The search has {values} values; this server takes {options.MaximumValues}. Ask in several searches.");
    }
}
