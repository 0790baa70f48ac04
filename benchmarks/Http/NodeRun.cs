using GenoMed.Fhir.Http.Benchmarks.Bare;
using GenoMed.Fhir.Http.Benchmarks.Load;
using GenoMed.Fhir.Http.Benchmarks.Node;
using GenoMed.Fhir.Http.Benchmarks.Report;
using GenoMed.Fhir.Store.Benchmarks;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>One run: the node first, then the same requests to Kestrel alone and the same rows to SQLite alone.</summary>
internal sealed class NodeRun(double seconds, TimeProvider time)
{
    private const int Many = 8;
    private const int RowsOfResources = 4_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public async Task<HttpReport> RunAsync()
    {
        using var folder = new NodeFolder();
        var start = time.GetTimestamp();
        await using var node = await ServerProcess.StartAsync("genomed.dll", "node", "--config", folder.Configuration, "--port", "0", "--stop-with-parent");
        FirstAnswer(node);
        var started = time.GetElapsedTime(start).TotalSeconds;
        await Task.Delay(Rest, time);
        var atRest = node.ResidentMegabytes;

        var measurements = new Measurements(node, await AccessToken.GetAsync(node.Url, folder.Key, time), seconds, time);
        await measurements.WarmUpAsync();
        List<LoadFigure> figures = [await measurements.CreatesAsync(1)];
        var (one, eight) = Driver(folder);
        figures.AddRange([await measurements.CreatesAsync(Many), await measurements.ReadsAsync(1), await measurements.ReadsAsync(Many)]);
        figures.AddRange([await measurements.TransactionsAsync(1), await measurements.TransactionsAsync(Many)]);
        await Task.Delay(Rest, time);
        return new HttpReport(started, atRest, node.ResidentMegabytes, figures, new BareFigures(await KestrelAsync(measurements.BodyLength), one, eight));
    }

    private static void FirstAnswer(ServerProcess node)
    {
        using var connection = new HttpConnection(node.Url);
        var answer = connection.Send(new RequestTemplate("GET", "/fhir/metadata", node.Url, token: null, body: null).Bytes);
        if (answer.Status != 200)
        {
            throw new InvalidOperationException($"The node does not answer: {answer.Text}");
        }
    }

    private async Task<IReadOnlyList<LoadFigure>> KestrelAsync(int bytes)
    {
        await using var kestrel = await ServerProcess.StartAsync($"{typeof(NodeRun).Assembly.GetName().Name}.dll", BareServer.Command, $"{bytes}");
        var bare = new Measurements(kestrel, token: null, seconds, time);
        return [await bare.CreatesAsync(1), await bare.CreatesAsync(Many), await bare.ReadsAsync(1), await bare.ReadsAsync(Many)];
    }

    // The rows that the node has just written, through the driver alone: one resource a commit, and eight.
    private (double One, double Eight) Driver(NodeFolder folder)
    {
        var rows = BareSqlite.Read(folder.Store).OrderBy(row => row.Key).Take(RowsOfResources)
            .SelectMany(row => row.Select(values => (row.Key, Row: values))).ToLookup(row => row.Key, row => row.Row);
        var one = rows.Count / BareSqlite.Write(folder.InFolder("bare1.db"), folder.Store, rows, 1, time);
        return (one, rows.Count / BareSqlite.Write(folder.InFolder("bare8.db"), folder.Store, rows, Many, time));
    }
}
