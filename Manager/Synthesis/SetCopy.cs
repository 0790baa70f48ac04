using System.Text.Json;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>Gathers a set's resources in a file of NDJSON.</summary>
internal sealed class SetCopy(NodeClient from, string file)
{
    private const int AtOnce = 50;
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    public int Patients { get; private set; }

    public long Resources { get; private set; }

    /// <summary>The patients' compartments; and what panels look for, which belongs to no patient and is named by their studies.</summary>
    public async Task PatientsAsync(string group, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var manifest = await from.BulkAsync(HttpMethod.Get, $"Group/{group}/$export", null, progress, cancellationToken);
        foreach (var output in manifest.Items("output"))
        {
            using var lines = new MemoryStream();
            await from.DownloadAsync(new Uri(output.GetProperty("url").GetString()!), lines, cancellationToken);
            await AppendAsync(lines, output.Text("type"), cancellationToken);
        }

        foreach (var some in _shared.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var found = await from.GetAsync($"Observation?_id={string.Join(',', some)}&_count={AtOnce}", cancellationToken);
            await WriteAsync(Bundle.Read(found).Entries.Select(entry => entry.Resource!), cancellationToken);
        }
    }

    /// <summary>All but the Library itself.</summary>
    public async Task DescriptionAsync(SetParts parts, CancellationToken cancellationToken)
    {
        foreach (var reference in parts.References.Append($"Group/{parts.Group}"))
        {
            await WriteAsync([await from.GetAsync(reference, cancellationToken)], cancellationToken);
        }

        var provenance = await from.GetAsync($"Provenance?target=Library/{parts.Id}&_count={AtOnce}", cancellationToken);
        await WriteAsync(Bundle.Read(provenance).Entries.Select(entry => entry.Resource!), cancellationToken);
    }

    private async Task AppendAsync(MemoryStream lines, string? type, CancellationToken cancellationToken)
    {
        lines.Position = 0;
        using var reader = new StreamReader(lines, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            Resources++;
            Patients += type == "Patient" ? 1 : 0;
            if (type == "GenomicStudy")
            {
                Remember(JsonDocument.Parse(line).RootElement);
            }
        }

        await using var target = new FileStream(file, FileMode.Append);
        lines.Position = 0;
        await lines.CopyToAsync(target, cancellationToken);
    }

    private void Remember(JsonElement study)
    {
        foreach (var region in study.Items("analysis").SelectMany(analysis => analysis.Items("regionsStudied")))
        {
            if (region.Text("reference")?.Split('/') is [.., "Observation", var id])
            {
                _shared.Add(id);
            }
        }
    }

    private async Task WriteAsync(IEnumerable<Resource> resources, CancellationToken cancellationToken)
    {
        await using var target = new FileStream(file, FileMode.Append);
        foreach (var resource in resources)
        {
            Resources++;
            await target.WriteAsync(resource.Json, cancellationToken);
            await target.WriteAsync(NewLine, cancellationToken);
        }
    }
}
