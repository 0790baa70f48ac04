using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Which scopes a search needs beyond that of the type it names.</summary>
internal static class SearchAccess
{
    /// <summary>
    /// A search of several types needs each of them. A chain says something about the resources that it leads over, and
    /// a reverse include adds what the client did not name by a match, so both need the right to search those too.
    /// </summary>
    /// <exception cref="OperationProblem">Forbidden; names the scope that the client lacks.</exception>
    public static void Check(Caller caller, FhirTarget target, SearchQuery query, ParsedSearch search)
    {
        IEnumerable<string> searched = target.ResourceType is null && !caller.Scopes.AllowsResource("*", 's') ? query.Types : [];
        var sources = search.Includes.Where(include => include.IsReverse).Select(include => include.SourceType);
        foreach (var type in searched.Concat(search.ChainedTypes).Concat(sources).Distinct())
        {
            AccessRule.CheckResource(caller, type, 's');
        }
    }
}
