using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Search on a type, by GET or by POST _search.</summary>
internal sealed class SearchInteraction(IResourceStore store, NodeAddress address) : IInteraction
{
    private static readonly SearchParserOptions Strict = new() { DefaultCount = PageLinks.DefaultCount, MaximumCount = PageLinks.MaxCount };
    private static readonly SearchParserOptions Lenient = Strict with { Lenient = true };

    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Search];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var search = SearchQueryParser.Parse(call.Target.ResourceType!, call.Parameters, call.Preferences.Lenient ? Lenient : Strict);
        var page = await store.SearchAsync(search.Query, cancellationToken);
        return FhirResult.Ok(new Bundle(BundleType.Searchset, [.. page.Matches.Select(Match), .. Outcome(search.Warnings)])
        {
            Total = page.Total is { } total ? checked((int)total) : null,
            Links = PageLinks.Of(address, call with { Parameters = search.Used }, page.Next),
        });
    }

    private BundleEntry Match(StoredResource match) => new()
    {
        FullUrl = $"{address.BaseUrl}/{match.ResourceType}/{match.Id}",
        Resource = match.Resource,
        SearchMode = "match",
    };

    // The self link shows what was searched for; the outcome says what was not (R5 search.html, "Handling Errors").
    private static IEnumerable<BundleEntry> Outcome(IReadOnlyList<OutcomeIssue> warnings)
        => warnings.Count == 0 ? [] : [new BundleEntry { SearchMode = "outcome", Resource = new OperationOutcome(warnings).ToResource() }];
}
