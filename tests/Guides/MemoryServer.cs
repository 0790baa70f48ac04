using System.Runtime.CompilerServices;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Tests;

/// <summary>Takes transactions and gives resources back by type: what a node does, without the node.</summary>
internal sealed class MemoryServer
{
    private readonly SortedDictionary<string, Resource> _resources = new(StringComparer.Ordinal);

    public int Count => _resources.Count;

    public IEnumerable<Resource> All => _resources.Values;

    public Task<EtlAnswer> Send(Resource bundle, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_resources)
        {
            var (created, unchanged, deleted, entries) = (0, 0, 0, Bundle.Read(bundle).Entries);
            foreach (var entry in entries)
            {
                var url = entry.Request!.Url;
                deleted += entry.Resource is null && _resources.Remove(url) ? 1 : 0;
                if (entry.Resource is { } resource)
                {
                    unchanged += _resources.TryGetValue(url, out var old) && old.Json.Span.SequenceEqual(resource.Json.Span) ? 1 : 0;
                    created += _resources.ContainsKey(url) ? 0 : 1;
                    _resources[url] = resource;
                }
            }

            return Task.FromResult(new EtlAnswer(created, entries.Count - created - unchanged - deleted, unchanged, deleted));
        }
    }

    public void Put(string json)
    {
        var resource = Resource.Parse(System.Text.Encoding.UTF8.GetBytes(json));
        _resources[$"{resource.ResourceType}/{resource.Id}"] = resource;
    }

    public async IAsyncEnumerable<Resource> Scan(string type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (url, resource) in _resources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (url.StartsWith($"{type}/", StringComparison.Ordinal))
            {
                yield return resource;
            }
        }

        await Task.CompletedTask;
    }
}
