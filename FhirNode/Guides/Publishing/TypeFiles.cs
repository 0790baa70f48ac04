using System.Runtime.InteropServices;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>NDJSON, a file for each resource type: <c>Patient.ndjson</c>.</summary>
internal sealed class TypeFiles(string folder) : IAsyncDisposable
{
    private const int Buffer = 1 << 18;
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly Dictionary<string, Stream> _files = new(StringComparer.Ordinal);

    public async ValueTask WriteAsync(Resource resource, CancellationToken cancellationToken)
    {
        var file = FileOf(resource.ResourceType);
        await file.WriteAsync(resource.Json, cancellationToken);
        await file.WriteAsync(NewLine, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files.Values)
        {
            await file.DisposeAsync();
        }
    }

    private Stream FileOf(string type)
    {
        ref var file = ref CollectionsMarshal.GetValueRefOrAddDefault(_files, type, out var known);
        if (!known)
        {
            Directory.CreateDirectory(folder);
            file = new BufferedStream(File.Create(Path.Combine(folder, $"{type}.ndjson")), Buffer);
        }

        return file!;
    }
}
