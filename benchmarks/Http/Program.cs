using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Http.Benchmarks;
using GenoMed.Fhir.Http.Benchmarks.Bare;
using GenoMed.Fhir.Http.Benchmarks.Imports;
using GenoMed.Fhir.Http.Benchmarks.Report;

// A node as a process, over HTTP with tokens: creates, reads and transactions with one client and eight, beside Kestrel
// and SQLite alone in the same run. Arguments: --seconds 5 (each measurement), --json FILE, --markdown FILE or none.
// Or $import alone, on both engines: import [--resources 200000] [--loads 3] [--json FILE]. See docs/results/store.md.
if (args is [BareServer.Command, var bytes])
{
    await BareServer.RunAsync(int.Parse(bytes, CultureInfo.InvariantCulture));
    return;
}

if (args is [ImportArguments.Command, .. var options])
{
    await ImportBenchmark.RunAsync(ImportArguments.Parse(options), TimeProvider.System);
    return;
}

var arguments = BenchmarkArguments.Parse(args);
var report = await new NodeRun(arguments.Seconds, TimeProvider.System).RunAsync();
var tables = MarkdownReport.Write(report);
Console.WriteLine(tables);
if (arguments.Json is { } json)
{
    File.WriteAllText(json, JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
}

if (arguments.Markdown is { } markdown)
{
    File.WriteAllText(markdown, $"{ResultPage.Head}{Environment.NewLine}{tables}");
}
