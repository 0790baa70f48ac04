using System.Text.Json;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>Gathers a set's resources in a file of NDJSON.</summary>
/// <param name="from">The node that has it.</param>
/// <param name="file">Where they go.</param>
/// <param name="released">What patients say must not have changed since.</param>
internal sealed class SetCopy(NodeClient from, string file, DateTimeOffset released)
{
    private const int AtOnce = 50;
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    public int Patients { get; private set; }

    public long Resources { get; private set; }

    /// <summary>
    /// The patients' compartments; and what panels look for, which belongs to no patient and is named by their studies. Groups are left out: the
    /// set's own is described, and others that list its patients (a dataset that somebody extracted) are not published.
    /// </summary>
    /// <exception cref="OperationProblem">Unprocessable: a resource was written after the release.</exception>
    public async Task PatientsAsync(string group, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var manifest = await from.BulkAsync(HttpMethod.Get, $"Group/{group}/$export", null, progress, cancellationToken);
        foreach (var output in manifest.Items("output").Where(output => output.Text("type") != "Group"))
        {
            using var lines = new MemoryStream();
            await from.DownloadAsync(new Uri(output.GetProperty("url").GetString()!), lines, cancellationToken);
            await AppendAsync(lines, output.Text("type"), cancellationToken);
        }

        foreach (var some in _shared.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var found = await from.GetAsync($"Observation?_id={string.Join(',', some)}&_count={AtOnce}", cancellationToken);
            Resource[] panels = [.. Bundle.Read(found).Entries.Select(entry => entry.Resource!)];
            Array.ForEach(panels, panel => RequireUnchanged(panel.Element));
            await WriteAsync(panels, cancellationToken);
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
            using var resource = JsonDocument.Parse(line);
            RequireUnchanged(resource.RootElement);
            if (type == "GenomicStudy")
            {
                Remember(resource.RootElement);
            }
        }

        await using var target = new FileStream(file, FileMode.Append);
        lines.Position = 0;
        await lines.CopyToAsync(target, cancellationToken);
    }

    private void RequireUnchanged(JsonElement resource)
    {
        if (FhirInstant.Parse(resource.GetProperty("meta").Text("lastUpdated")!) > released)
        {
            throw OperationProblem.Unprocessable($"{resource.Text("resourceType")}/{resource.Text("id")} was written after the set was released: what the SAFE report judged is not what would be published.");
        }
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
