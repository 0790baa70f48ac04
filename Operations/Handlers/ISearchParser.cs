using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Operations;

/// <summary>Reads a search as clients write it; the node's own search does it.</summary>
public interface ISearchParser
{
    /// <param name="resourceType">The type searched.</param>
    /// <param name="query">Without its question mark: <c>status=final&amp;date=ge2020</c>.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">A parameter that is unknown, not supported or has a bad value.</exception>
    SearchQuery Parse(string resourceType, string query);
}
