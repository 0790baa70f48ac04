using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Includes;

/// <summary>
/// Adds what a page's matches refer to and what refers to them (R5 search.html#include). Rounds follow the references
/// of what was added as long as an include iterates; nothing is added twice, and a page has a greatest size.
/// </summary>
/// <param name="store">Where the resources are.</param>
/// <param name="mayRead">Which types the caller may see.</param>
/// <param name="baseUrl">The server's own base: references by it are followed.</param>
internal sealed class IncludeRun(IResourceStore store, Func<string, bool> mayRead, string? baseUrl)
{
    /// <summary>Resources that are added to one page at most.</summary>
    public const int MaxIncluded = 1000;

    private readonly HashSet<(string Type, string Id)> _known = [];
    private readonly HashSet<string> _hiddenTypes = [];
    private readonly List<StoredResource> _included = [];
    private bool _isCut;

    public async Task<IncludedPage> OfAsync(IReadOnlyList<StoredResource> matches, IReadOnlyList<SearchInclude> includes, CancellationToken cancellationToken)
    {
        _known.UnionWith(matches.Select(match => (match.ResourceType, match.Id)));
        var frontier = matches;
        for (var round = 0; frontier.Count > 0 && !_isCut; round++)
        {
            var first = _included.Count;
            foreach (var include in includes.Where(include => include.Iterates || round == 0))
            {
                await AddAsync(include, frontier, cancellationToken);
            }

            frontier = _included[first..];
        }

        return new IncludedPage(_included, [.. Warnings()]);
    }

    private async Task AddAsync(SearchInclude include, IReadOnlyList<StoredResource> frontier, CancellationToken cancellationToken)
    {
        foreach (var query in include.IsReverse ? ReverseIncludes.Queries(include, frontier) : ForwardIncludes.Queries(include, frontier, _known, baseUrl))
        {
            if (!mayRead(query.ResourceType))
            {
                _hiddenTypes.Add(query.ResourceType);
            }
            else if (!_isCut)
            {
                await AddAsync(query, cancellationToken);
            }
        }
    }

    private async Task AddAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await store.SearchAsync(query with { Count = MaxIncluded, WithTotal = false, Cursor = cursor }, cancellationToken);
            var found = page.Matches.Where(match => _known.Add((match.ResourceType, match.Id))).ToList();
            var room = MaxIncluded - _included.Count;
            _included.AddRange(found.Take(room));
            _isCut |= found.Count > room || (_included.Count == MaxIncluded && page.Next is not null);
            cursor = page.Next;
        }
        while (cursor is not null && !_isCut);
    }

    private IEnumerable<OutcomeIssue> Warnings()
    {
        if (_isCut)
        {
            yield return Warning(IssueCode.Incomplete, $"More than {MaxIncluded} resources are to be included with this page; the others were left out. Ask for smaller pages with _count.");
        }

        foreach (var type in _hiddenTypes)
        {
            yield return Warning(IssueCode.Suppressed, $"Resources of type {type} were not included: the token has no scope to read them.");
        }
    }

    private static OutcomeIssue Warning(string code, string text) => new(IssueSeverity.Warning, code, text);
}
