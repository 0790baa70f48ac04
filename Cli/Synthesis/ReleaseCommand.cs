using System.CommandLine;
using System.Text.Json;
using GenoMed.Fhir.Manager.Synthesis;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary><c>genomed release</c>: a synthetic data set whose gates are passed becomes active.</summary>
internal static class ReleaseCommand
{
    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly Option<string> Library = new("--library") { Description = "Logical id of the set's Library", Required = true };
    private static readonly Option<string> Report = new("--report") { Description = "Its SAFE report on that node, MeasureReport/ID, as 'genomed evaluate --to' prints it", Required = true };
    private static readonly Option<Uri?> At = new("--at") { Description = "FHIR base URL of the node that has both", Required = true, CustomParser = BaseUrl.Parse };
    private static readonly Option<string> Client = new("--client") { Description = "The client_id there; it needs system/Operation.release by name", DefaultValueFactory = _ => "steward" };
    private static readonly Option<string?> ClientKey = new("--client-key") { Description = "Its private key (PEM); without it the node must be open" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write the result to this file" };

    public static Command Create()
    {
        var command = new Command("release", """
            Releases a synthetic data set ($release): its SAFE report must have passed every gate, and its patients must still be those
            that the report judged. Who releases is another client than the one that trains and generates.

            Example: genomed release --library synthetic-mds-1a2b3c4d5e6f --report MeasureReport/safe-1a2b --at http://127.0.0.1:8080/fhir --client-key steward.pem
            """)
        {
            Library, Report, At, Client, ClientKey, JsonFile,
        };
        command.SetAction(CommandLine.Guard(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var access = await NodeAccess.OpenAsync(parsed.GetValue(At)!, parsed.GetValue(Client)!, parsed.GetValue(ClientKey), "system/Operation.release", cancellationToken);
        var released = await SetRelease.ReleaseAsync(access.Client, parsed.GetValue(Library)!, parsed.GetValue(Report)!, cancellationToken);
        Console.WriteLine($"{released.Library} is active since {released.Released}, by {released.Report}; SHA-256 {released.Sha256}");
        if (parsed.GetValue(JsonFile) is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(released, Writing), cancellationToken);
        }

        return CommandLine.Done;
    }
}
