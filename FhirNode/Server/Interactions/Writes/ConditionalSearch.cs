using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>Finds the one resource that a condition names.</summary>
internal sealed class ConditionalSearch(IResourceStore store)
{
    /// <summary>The match, or null when there is none.</summary>
    /// <exception cref="OperationProblem">Invalid: no criteria. PreconditionFailed (multiple matches): the condition is not selective enough.</exception>
    public async Task<StoredResource?> OneAsync(string type, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
    {
        var search = SearchQueryParser.Parse(type, parameters, new SearchParserOptions());
        if (search.Warnings.Count > 0)
        {
            // A part that is passed over would make the condition wider than the client meant.
            throw new OperationProblem(ProblemKind.Invalid, search.Warnings);
        }

        var query = search.Query;
        if (query.Clauses.Count == 0)
        {
            throw OperationProblem.Invalid($"A conditional interaction on {type} needs at least one search parameter.");
        }

        var page = await store.SearchAsync(query with { Count = 2, WithTotal = false }, cancellationToken);
        return page.Matches.Count < 2 ? page.Matches.FirstOrDefault() : throw Several(type, parameters);
    }

    private static OperationProblem Several(string type, IReadOnlyList<KeyValuePair<string, string>> parameters)
        => new(ProblemKind.PreconditionFailed, [new OutcomeIssue(IssueSeverity.Error, IssueCode.MultipleMatches,
            $"More than one {type} matches {string.Join('&', parameters.Select(pair => $"{pair.Key}={pair.Value}"))}; the condition must name one.")]);
}
