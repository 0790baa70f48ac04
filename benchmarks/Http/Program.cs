using System.Globalization;
using GenoMed.Fhir.Http.Benchmarks;
using GenoMed.Fhir.Node;
using GenoMed.Fhir.Node.Options;

// Single creates and reads over HTTP, with tokens, against a node in a process of its own (SQLite, every create on the disk).
//   dotnet run -c Release --project benchmarks/Http -- [--seconds 10] [--json FILE]
// The node's side of it is this program with the arguments: serve FOLDER JWKS.
if (args is ["serve", var folder, var jwks])
{
    await NodeHost.RunAsync(
        new NodeOptions { DataDirectory = folder, Name = "bench", Limits = new NodeLimits { TokenLifetimeSeconds = 3600 }, Clients = [new NodeClient { ClientId = BenchClient.Id, Jwks = jwks, Scopes = BenchClient.Scopes }] },
        CancellationToken.None);
    return;
}

var seconds = double.Parse(Option("--seconds") ?? "10", CultureInfo.InvariantCulture);
var results = await Measurement.RunAsync(TimeSpan.FromSeconds(seconds));
foreach (var result in results)
{
    Console.WriteLine(result);
}

if (Option("--json") is { } file)
{
    await File.WriteAllTextAsync(file, BenchResult.ToJson(results));
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
