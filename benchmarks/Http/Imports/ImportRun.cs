using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using GenoMed.Fhir.Http.Benchmarks.Node;
using GenoMed.Fhir.Store.Benchmarks;

namespace GenoMed.Fhir.Http.Benchmarks.Imports;

/// <summary>
/// <c>$import</c> as a client sees it: from the first byte of an NDJSON body to the manifest, with token, validation enforced,
/// audit trail and flushed commits. Each load has other Observations; the first one also warms the node up.
/// </summary>
internal sealed class ImportRun(ImportArguments arguments, TimeProvider time)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(20);

    /// <param name="engine">The store's engine, for the report.</param>
    /// <param name="store">The node's arguments that choose it.</param>
    public async Task<IReadOnlyList<ImportFigure>> RunAsync(string engine, params IReadOnlyList<string> store)
    {
        using var folder = new NodeFolder();
        await using var node = await ServerProcess.StartAsync(arguments.Program, ["node", "--config", folder.Configuration, "--port", "0", "--stop-with-parent", .. store]);
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await AccessToken.GetAsync(node.Url, folder.Key, time));
        var figures = new List<ImportFigure>();
        for (var load = 0; load < arguments.Loads; load++)
        {
            figures.Add(await LoadAsync(engine, node, http, load));
        }

        return figures;
    }

    private async Task<ImportFigure> LoadAsync(string engine, ServerProcess node, HttpClient http, int load)
    {
        using var body = new ByteArrayContent(Lines(load));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+ndjson");
        var (start, before) = (time.GetTimestamp(), node.ProcessorTime);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{node.Url}/$import")) { Content = body, Headers = { { "Prefer", "respond-async" } } };
        using var accepted = await http.SendAsync(request);
        var manifest = await FinishedAsync(http, accepted.EnsureSuccessStatusCode().Content.Headers.ContentLocation!);
        var (seconds, processor) = (time.GetElapsedTime(start).TotalSeconds, node.ProcessorTime - before);
        return manifest.Contains(string.Create(CultureInfo.InvariantCulture, $"\"count\":{arguments.Resources}"), StringComparison.Ordinal)
            ? new ImportFigure(engine, load + 1, arguments.Resources / seconds, processor.TotalMicroseconds / arguments.Resources)
            : throw new InvalidOperationException($"Not all were stored: {manifest}");
    }

    private async Task<string> FinishedAsync(HttpClient http, Uri status)
    {
        while (true)
        {
            using var answer = await http.GetAsync(status);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            }

            await Task.Delay(PollEvery, time);
        }
    }

    // One Observation a line, without the line ends that the samples have.
    private byte[] Lines(int load)
    {
        using var lines = new MemoryStream();
        foreach (var observation in SampleObservations.Make(arguments.Resources, load * arguments.Resources))
        {
            observation.AsSpan().Replace((byte)'\n', (byte)' ');
            lines.Write(observation);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }
}
