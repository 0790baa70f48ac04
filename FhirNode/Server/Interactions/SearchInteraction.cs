using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.Node.Search.Includes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Search on a type, on a compartment or on the system, by GET or by POST _search.</summary>
internal sealed class SearchInteraction(IResourceStore store, NodeAddress address, ITerminology terminology, WiredDefinitions definitions, IOptions<NodeOptions> options) : IInteraction
{
    private readonly SearchParserOptions _options = new() { DefaultCount = PageLinks.DefaultCount, MaximumCount = PageLinks.MaxCount, Terminology = terminology, FullText = options.Value.Store.FullText };

    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.Search];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var search = SearchQueryParser.Parse(call.Target.ResourceType ?? SearchQuery.AnyType, call.Parameters, _options with { Lenient = call.Preferences.Lenient, BaseUrl = address.BaseUrl });
        var query = call.Target.Compartment is { } focus ? CompartmentSearch.Within(focus, search.Query) : search.Query;
        SearchAccess.Check(call.Caller, call.Target, query, search);
        var page = await definitions.SearchAsync(query, cancellationToken);
        var included = await new IncludeRun(store, type => call.Caller.Scopes.AllowsResource(type, 'r'), address.BaseUrl).OfAsync(page.Matches, search.Includes, cancellationToken);
        return FhirResult.Ok(new Bundle(BundleType.Searchset, [
            .. page.Matches.Select(match => Entry(match, "match")),
            .. included.Resources.Select(resource => Entry(resource, "include")),
            .. Outcome([.. search.Warnings, .. included.Warnings])])
        {
            Total = page.Total is { } total ? checked((int)total) : null,
            Links = PageLinks.Of(address, call with { Parameters = search.Used }, page.Next),
        });
    }

    private BundleEntry Entry(StoredResource found, string mode) => new()
    {
        FullUrl = $"{address.BaseUrl}/{found.ResourceType}/{found.Id}",
        Resource = found.Resource,
        SearchMode = mode,
    };

    // The self link shows what was searched for; the outcome says what was not (R5 search.html, "Handling Errors").
    private static IEnumerable<BundleEntry> Outcome(IReadOnlyList<OutcomeIssue> warnings)
        => warnings.Count == 0 ? [] : [new BundleEntry { SearchMode = "outcome", Resource = new OperationOutcome(warnings).ToResource() }];
}
