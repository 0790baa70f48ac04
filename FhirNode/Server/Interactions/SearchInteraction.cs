using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Search on a type, by GET or by POST _search.</summary>
internal sealed class SearchInteraction(IResourceStore store, NodeAddress address) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Search];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var (query, ignored) = SearchText.Parse(call.Target.ResourceType!, call.Parameters, call.Preferences.Lenient);
        var page = await store.SearchAsync(query, cancellationToken);
        return FhirResult.Ok(new Bundle(BundleType.Searchset, [.. page.Matches.Select(Match), .. Outcome(ignored)])
        {
            Total = page.Total is { } total ? checked((int)total) : null,
            Links = PageLinks.Of(address, call with { Parameters = [.. call.Parameters.Where(pair => !ignored.Contains(pair.Key))] }, page.Next),
        });
    }

    private BundleEntry Match(StoredResource match) => new()
    {
        FullUrl = $"{address.BaseUrl}/{match.ResourceType}/{match.Id}",
        Resource = match.Resource,
        SearchMode = "match",
    };

    // The self link shows what was searched for; the outcome says what was not (R5 search.html, "Handling Errors").
    private static IEnumerable<BundleEntry> Outcome(IReadOnlyList<string> ignored) => ignored.Count == 0 ? [] :
    [
        new BundleEntry
        {
            SearchMode = "outcome",
            Resource = new OperationOutcome([.. ignored.Select(Warning)]).ToResource(),
        },
    ];

    private static OutcomeIssue Warning(string name)
        => new(IssueSeverity.Warning, IssueCode.NotSupported, $"'{name}' is not a search parameter here; it was passed over, as handling=lenient allows.");
}
