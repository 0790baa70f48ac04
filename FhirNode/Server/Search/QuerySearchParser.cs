using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Store.Search;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Search;

/// <summary>Searches that stand in an operation's parameters are read as those of a URL.</summary>
internal sealed class QuerySearchParser(NodeAddress address, IOptions<NodeOptions> options) : ISearchParser
{
    public SearchQuery Parse(string resourceType, string query)
        => SearchQueryParser.Parse(resourceType, QueryText.Parse("?" + query), new SearchParserOptions { BaseUrl = address.BaseUrl, FullText = options.Value.Store.FullText }).Query;
}
