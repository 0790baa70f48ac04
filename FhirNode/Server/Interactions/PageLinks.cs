using System.Globalization;
using System.Text;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>Paging: the page size and the links of a searchset or history.</summary>
internal static class PageLinks
{
    /// <summary>The parameter that carries the store's opaque cursor in a next link.</summary>
    public const string Cursor = SearchQueryParser.CursorParameter;
    public const int DefaultCount = 50;
    public const int MaxCount = 1000;

    /// <summary>A page size as the client wrote it; more than 1000 becomes 1000, which R5 allows (search.html, "_count").</summary>
    public static int Count(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Math.Min(count, MaxCount)
            : throw OperationProblem.Invalid($"_count must be a whole number, 0 or more; this is '{text}'.");

    public static IReadOnlyList<BundleLink> Of(NodeAddress address, FhirCall call, string? next)
    {
        var path = Path(call.Target);
        var self = new BundleLink("self", Url(address, path, call.Parameters));
        return next is null ? [self] : [self, new BundleLink("next", Url(address, path, [.. call.Parameters.Where(pair => pair.Key != Cursor), new(Cursor, next)]))];
    }

    // A search by POST gets links that work as GET.
    private static string Path(FhirTarget target) => target.Interaction switch
    {
        Interaction.Search when target.Compartment is { } focus => $"{focus.Local}/{target.ResourceType ?? "*"}",
        Interaction.Search => target.ResourceType ?? string.Empty,
        Interaction.HistoryInstance => $"{target.ResourceType}/{target.Id}/_history",
        Interaction.HistoryType => $"{target.ResourceType}/_history",
        _ => "_history",
    };

    private static string Url(NodeAddress address, string path, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var url = new StringBuilder(address.BaseUrl).Append('/').Append(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            url.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return url.ToString();
    }
}
