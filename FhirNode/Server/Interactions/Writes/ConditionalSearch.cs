using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>Finds the one resource that a condition names.</summary>
internal sealed class ConditionalSearch(IResourceStore store, NodeAddress address, IOptions<NodeOptions> options)
{
    /// <summary>The match, or null when there is none.</summary>
    /// <exception cref="OperationProblem">Invalid: no criteria. PreconditionFailed (multiple matches): the condition is not selective enough.</exception>
    public async Task<StoredResource?> OneAsync(string type, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
    {
        var query = Query(type, parameters);
        var page = await store.SearchAsync(query with { Count = 2, WithTotal = false }, cancellationToken);
        return page.Matches.Count < 2 ? page.Matches.FirstOrDefault() : throw Several(type, parameters);
    }

    /// <summary>Every match, in the order of the store; no more than <paramref name="most"/>.</summary>
    /// <exception cref="OperationProblem">Invalid: no criteria.</exception>
    public async Task<List<StoredResource>> AllAsync(string type, IReadOnlyList<KeyValuePair<string, string>> parameters, int most, CancellationToken cancellationToken)
    {
        var found = new List<StoredResource>();
        var query = Query(type, parameters) with { Count = Math.Min(most, PageLinks.MaxCount), WithTotal = false };
        do
        {
            var page = await store.SearchAsync(query, cancellationToken);
            found.AddRange(page.Matches);
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null && found.Count < most);
        return found;
    }

    private SearchQuery Query(string type, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var search = SearchQueryParser.Parse(type, parameters, new SearchParserOptions { BaseUrl = address.BaseUrl, FullText = options.Value.Store.FullText });
        if (search.Warnings.Count > 0)
        {
            // A part that is passed over would make the condition wider than the client meant.
            throw new OperationProblem(ProblemKind.Invalid, search.Warnings);
        }

        return search.Query.Clauses.Count > 0
            ? search.Query
            : throw OperationProblem.Invalid($"A conditional interaction on {type} needs at least one search parameter.");
    }

    private static OperationProblem Several(string type, IReadOnlyList<KeyValuePair<string, string>> parameters)
        => new(ProblemKind.PreconditionFailed, [new OutcomeIssue(IssueSeverity.Error, IssueCode.MultipleMatches,
            $"More than one {type} matches {string.Join('&', parameters.Select(pair => $"{pair.Key}={pair.Value}"))}; the condition must name one.")]);
}
