using System.Globalization;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>History of an instance, a type or the system, newest first unless <c>_sort</c> says otherwise, by pages.</summary>
internal sealed class HistoryInteraction(IResourceStore store, NodeAddress address) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.HistoryInstance, Interaction.HistoryType, Interaction.HistorySystem];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var page = await store.HistoryAsync(Query(call), cancellationToken);
        if (page.Total == 0 && call.Target.Id is { } id && await store.ReadAsync(call.Target.ResourceType!, id, cancellationToken) is null)
        {
            throw OperationProblem.NotFound($"There is no {call.Target.ResourceType}/{id}.");
        }

        return FhirResult.Ok(new Bundle(BundleType.History, [.. page.Versions.Select(Entry)])
        {
            Total = checked((int)page.Total),
            Links = PageLinks.Of(address, call, page.Next),
        });
    }

    private static HistoryQuery Query(FhirCall call)
    {
        var query = new HistoryQuery(call.Target.ResourceType, call.Target.Id, null, PageLinks.DefaultCount, null);
        foreach (var (name, value) in call.Parameters)
        {
            query = With(query, name, value);
        }

        return query;
    }

    private static HistoryQuery With(HistoryQuery query, string name, string value) => name switch
    {
        "_count" => query with { Count = PageLinks.Count(value) },
        "_since" => query with { Since = Instant(value) },
        "_at" => query with { At = FhirDateRange.Parse(value) },
        "_sort" => query with { OldestFirst = OldestFirst(value) },
        PageLinks.Cursor => query with { Cursor = value },
        "_summary" when value == "count" => query with { Count = 0 },
        "_format" or "_pretty" or "_summary" or "_elements" => query,
        _ => throw OperationProblem.Invalid($"A history takes _count, _since, _at, _sort, _summary and _elements; '{name}' is none of them."),
    };

    private static bool OldestFirst(string value) => value switch
    {
        "_lastUpdated" => true,
        "-_lastUpdated" or "none" => false,
        _ => throw OperationProblem.Invalid($"A history is sorted by _lastUpdated or -_lastUpdated; this is '{value}'.", "_sort"),
    };

    private static DateTimeOffset Instant(string value)
        => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw OperationProblem.Invalid($"_since must be an instant such as 2026-01-31T12:00:00Z; this is '{value}'.");

    private BundleEntry Entry(StoredResource version) => new()
    {
        FullUrl = $"{address.BaseUrl}/{version.ResourceType}/{version.Id}",
        Resource = version.Resource,
        Request = Request(version),
        Response = new BundleResponse(StatusText.Of(Status(version)), ETag: ETag.Of(version.VersionId), LastModified: FhirInstant.Format(version.LastUpdated)),
    };

    private static BundleRequest Request(StoredResource version) => version.Method switch
    {
        StoreMethod.Create => new BundleRequest("POST", version.ResourceType),
        StoreMethod.Update => new BundleRequest("PUT", $"{version.ResourceType}/{version.Id}"),
        _ => new BundleRequest("DELETE", $"{version.ResourceType}/{version.Id}"),
    };

    private static int Status(StoredResource version) => version switch
    {
        { IsDeleted: true } => 204,
        { VersionId: 1 } => 201,
        _ => 200,
    };
}
