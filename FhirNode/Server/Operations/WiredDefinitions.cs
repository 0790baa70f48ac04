using System.Globalization;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>
/// Searches OperationDefinition with those of the wired operations, which stand in no store: they come first, in the order of
/// their codes. <c>_id</c>, <c>url</c>, <c>name</c> and <c>code</c> find them; other parameters find what is stored only.
/// </summary>
internal sealed class WiredDefinitions(OperationTable operations, IResourceStore store)
{
    private const string Type = "OperationDefinition";
    private const string Cursor = "wired.";

    /// <summary>A page of any search; of OperationDefinition with the wired ones.</summary>
    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.ResourceType != Type)
        {
            return await store.SearchAsync(query, cancellationToken);
        }

        var wired = await FindAsync(query, cancellationToken);
        var page = Offset(query.Cursor) is { } offset ? await PageAsync(wired, offset, query, cancellationToken) : await store.SearchAsync(query, cancellationToken);
        return page with { Total = page.Total + wired.Count };
    }

    private async Task<SearchPage> PageAsync(List<StoredResource> wired, int offset, SearchQuery query, CancellationToken cancellationToken)
    {
        var shown = wired.Skip(offset).Take(query.Count).ToList();
        var stored = await store.SearchAsync(query with { Cursor = null, Count = query.Count - shown.Count }, cancellationToken);
        var isFull = shown.Count == query.Count;
        var isLast = isFull && offset + shown.Count >= wired.Count && stored.Total == 0;
        return new SearchPage(
            [.. shown, .. stored.Matches],
            stored.Total,
            query.Count == 0 || isLast ? null : isFull ? Cursor + (offset + shown.Count).ToString(CultureInfo.InvariantCulture) : stored.Next);
    }

    private static int? Offset(string? cursor) => cursor is null ? 0
        : cursor.StartsWith(Cursor, StringComparison.Ordinal) && int.TryParse(cursor.AsSpan(Cursor.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset
        : null;

    // One whose id is stored is left out: what is stored is read in its place.
    private async Task<List<StoredResource>> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var found = new List<StoredResource>();
        foreach (var definition in operations.All.Select(operation => operation.Contract.Definition).Where(one => query.Clauses.All(clause => Matches(one, clause))))
        {
            if (await store.ReadAsync(Type, definition.Id!, cancellationToken) is null)
            {
                found.Add(new StoredResource(Type, definition.Id!, 1, DateTimeOffset.UnixEpoch, StoreMethod.Create, definition));
            }
        }

        return found;
    }

    private static bool Matches(Resource definition, SearchFilter filter)
        => filter is SearchClause { Modifier: null } clause && clause.Values.Any(value => Matches(definition, clause.Code, SearchText.Unescape(value.Text)));

    // Strings are compared by their beginning and without case (R5 search.html, "string"); a code has no system here.
    private static bool Matches(Resource definition, string code, string text) => code switch
    {
        "_id" => definition.Id == text,
        "url" => definition.Element.Text("url") == text,
        "code" => definition.Element.Text("code") == text.TrimStart('|'),
        "name" => definition.Element.Text("name") is { } name && name.StartsWith(text, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
