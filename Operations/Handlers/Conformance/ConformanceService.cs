using GenoMed.Fhir.Guides;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Conformance;

/// <summary>
/// What this node knows of profiles and terminologies. What clients store is seen at once by the process that wrote it and
/// within <see cref="Freshness"/> by the others; nothing is read again unless something changed.
/// </summary>
public sealed class ConformanceService(IResourceStore store, GuideCatalog guides, TimeProvider time) : IDisposable
{
    /// <summary>How old a look at the store may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    // A write is announced before it is committed; until then every look counts.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly string[] Types = ["StructureDefinition", "ValueSet", "CodeSystem"];

    private readonly SemaphoreSlim _one = new(1);
    private volatile ConformanceView? _view;
    private string _seen = string.Empty;
    private long _lookedAt;
    private long _unsettledUntil;

    /// <summary>The view of the last look, of the guides alone before the first.</summary>
    public ConformanceView Latest => _view ??= new ConformanceView(CanonicalSet.Empty, guides.Canonicals);

    /// <summary>The view as the store is now.</summary>
    public async ValueTask<ConformanceView> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_view is { } view && IsFresh())
        {
            return view;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            return _view is { } known && IsFresh() ? known : await LookAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>To be called before a resource is written.</summary>
    public void Announce(Resource resource)
    {
        if (Types.Contains(resource.ResourceType))
        {
            Volatile.Write(ref _unsettledUntil, time.GetTimestamp() + (long)(Settling.TotalSeconds * time.TimestampFrequency));
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsFresh()
        => time.GetElapsedTime(Volatile.Read(ref _lookedAt)) < Freshness && time.GetTimestamp() > Volatile.Read(ref _unsettledUntil);

    private async Task<ConformanceView> LookAsync(CancellationToken cancellationToken)
    {
        var lookedAt = time.GetTimestamp();
        var newest = await NewestAsync(cancellationToken);
        if (_view is null || newest != _seen)
        {
            _view = new ConformanceView(new CanonicalSet(await StoredAsync(cancellationToken)), guides.Canonicals);
            _seen = newest;
        }

        Volatile.Write(ref _lookedAt, lookedAt);
        return _view;
    }

    private async Task<string> NewestAsync(CancellationToken cancellationToken)
    {
        var newest = new List<string>();
        foreach (var type in Types)
        {
            var page = await store.HistoryAsync(new HistoryQuery(type, null, null, 1, null), cancellationToken);
            newest.Add($"{page.Total} {page.Versions.Select(version => $"{version.Id} {version.VersionId}").FirstOrDefault()}");
        }

        return string.Join('\n', newest);
    }

    private async Task<List<Resource>> StoredAsync(CancellationToken cancellationToken)
    {
        var resources = new List<Resource>();
        foreach (var type in Types)
        {
            await foreach (var resource in store.ScanAsync(type, cancellationToken))
            {
                resources.Add(resource);
            }
        }

        return resources;
    }
}
