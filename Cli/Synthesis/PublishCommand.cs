using System.CommandLine;
using System.Text.Json;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Manager.Synthesis;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary><c>genomed publish</c>: a released synthetic data set to a publication node.</summary>
internal static class PublishCommand
{
    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly Option<string> Library = new("--library") { Description = "Logical id of the set's Library", Required = true };
    private static readonly Option<Uri?> From = new("--from") { Description = "FHIR base URL of the node that has it", Required = true, CustomParser = BaseUrl.Parse };
    private static readonly Option<Uri?> To = new("--to") { Description = "FHIR base URL of the publication node (genomed node --publication)", Required = true, CustomParser = BaseUrl.Parse };
    private static readonly Option<string> FromClient = new("--from-client") { Description = "The client_id there; it needs system/*.rs", DefaultValueFactory = _ => "integrator" };
    private static readonly Option<string?> FromKey = new("--from-key") { Description = "Its private key (PEM); without it the node must be open" };
    private static readonly Option<string> ToClient = new("--to-client") { Description = "The client_id at the publication node; it needs system/*.cu", DefaultValueFactory = _ => "publisher" };
    private static readonly Option<string?> ToKey = new("--to-key") { Description = "Its private key (PEM)" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write the result to this file" };

    public static Command Create()
    {
        var command = new Command("publish", """
            Copies a released synthetic data set from the node that made it to a publication node. Doing it again changes nothing.

            Example: genomed publish --library synthetic-mds-1a2b3c4d5e6f --from http://127.0.0.1:8080/fhir --from-client integrator --from-key integrator.pem --to http://127.0.0.1:8090/fhir --to-key publisher.pem
            """)
        {
            Library, From, FromClient, FromKey, To, ToClient, ToKey, JsonFile,
        };
        command.SetAction(CommandLine.Guard(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var from = await NodeAccess.OpenAsync(parsed.GetValue(From)!, parsed.GetValue(FromClient)!, parsed.GetValue(FromKey), "system/*.rs", cancellationToken);
        using var to = await NodeAccess.OpenAsync(parsed.GetValue(To)!, parsed.GetValue(ToClient)!, parsed.GetValue(ToKey), "system/*.cu", cancellationToken);
        var set = await Progressing.RunAsync(bars => new SetPublication(from.Client, to.Client, new Told(bars)).PublishAsync(parsed.GetValue(Library)!, cancellationToken));
        Console.WriteLine($"{set.Library}: {set.Patients} patients, {set.Resources} resources at {parsed.GetValue(To)}");
        if (parsed.GetValue(JsonFile) is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(set, Writing), cancellationToken);
        }

        return CommandLine.Done;
    }
}
