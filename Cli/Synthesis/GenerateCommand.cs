using System.CommandLine;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary><c>genomed generate</c>: synthetic patients from a trained generator.</summary>
internal static class GenerateCommand
{
    private static readonly Option<string> Model = new("--model") { Description = "Folder of a registered generator (card.json, model.safetensors)", Required = true };
    private static readonly Option<int> N = new("--n") { Description = "How many patients, 1 to 1000000", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same patients", DefaultValueFactory = _ => 1 };
    private static readonly Option<string[]> Where = new("--where") { Description = "What holds of every patient: SF3B1=1, \"AGE > 70\", or an expression; several are joined by and" };
    private static readonly Option<string[]> Share = new("--share") { Description = "The share of patients that has a value: SF3B1=0.5, SEX:F=0.7" };
    private static readonly Option<string?> Out = new("--out") { Description = "Folder to write the files to" };
    private static readonly Option<string> Format = new("--format") { Description = "Files: ndjson, bundle, csv, separated by commas", DefaultValueFactory = _ => "ndjson,csv" };
    private static readonly Option<string?> Title = new("--title") { Description = "What the data set is called" };
    private static readonly Option<string?> Licence = new("--licence") { Description = "SPDX identifier such as CC-BY-4.0; needed with --to" };
    private static readonly Option<string?> Publisher = new("--publisher") { Description = "Who publishes it; needed with --to" };
    private static readonly Option<int> MinimumPatients = new("--minimum-patients") { Description = "k: a model that a node trained on fewer patients is refused", DefaultValueFactory = _ => 10 };
    private static readonly Option<Uri?> To = new("--to") { Description = "FHIR base URL of a node that generates the set and keeps it as a draft ($generate-synthetic)", CustomParser = BaseUrl.Parse };
    private static readonly Option<string> Client = new("--client") { Description = "The client_id at that node", DefaultValueFactory = _ => "manager" };
    private static readonly Option<string?> ClientKey = new("--client-key") { Description = "Private key (PEM) of the client; without it the node must be open" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write the result to this file" };

    public static Command Create()
    {
        var command = new Command("generate", """
            Generates synthetic patients from a trained generator: as files, or as a draft data set on a node.
            Rows that break a rule of the guide's dictionary or do not meet a condition are drawn again, and counted.

            Example: genomed generate --model demo-run/manager/models/mds-ctgan-1a2b3c --n 10000 --seed 1 --out synthetic
            Example: genomed generate --model M --n 500 --where SF3B1=1 --where "AGE > 70" --share SEX:F=0.5 --out synthetic
            Example: genomed generate --model M --n 10000 --to http://127.0.0.1:8080/fhir --licence CC-BY-4.0 --publisher "My hospital"
            """)
        {
            Model, N, Seed, Where, Share, Out, Format, To, Client, ClientKey, Title, Licence, Publisher, MinimumPatients, JsonFile,
        };
        command.SetAction(CommandLine.Guard((parsed, cancellationToken) => GenerateRun.RunAsync(Request(parsed), cancellationToken)));
        return command;
    }

    private static GenerateRequest Request(ParseResult parsed)
    {
        var request = new GenerateRequest
        {
            Model = parsed.GetValue(Model)!,
            Rows = new SyntheticRequest(parsed.GetValue(N), parsed.GetValue(Seed)) { Where = parsed.GetValue(Where) ?? [], Shares = parsed.GetValue(Share) ?? [] },
            Title = parsed.GetValue(Title),
            Licence = parsed.GetValue(Licence),
            Publisher = parsed.GetValue(Publisher),
            Out = parsed.GetValue(Out),
            Formats = Formats(parsed.GetValue(Format)!),
            MinimumPatients = parsed.GetValue(MinimumPatients),
            To = parsed.GetValue(To),
            Client = parsed.GetValue(Client)!,
            ClientKey = parsed.GetValue(ClientKey),
            Json = parsed.GetValue(JsonFile),
        };
        return request switch
        {
            { Out: null, To: null } => throw new UsageException("Give --out FOLDER for files, or --to URL for a node."),
            { Out: not null, To: not null } => throw new UsageException("Give --out or --to, not both; the node's Library has the CSV."),
            { To: not null, Licence: null } or { To: not null, Publisher: null } => throw new UsageException("A data set on a node needs --licence (such as CC-BY-4.0) and --publisher."),
            _ => request,
        };
    }

    private static SyntheticFormats Formats(string text)
    {
        var formats = SyntheticFormats.None;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            formats |= part.ToLowerInvariant() switch
            {
                "ndjson" => SyntheticFormats.Ndjson,
                "bundle" => SyntheticFormats.Bundle,
                "csv" => SyntheticFormats.Csv,
                _ => throw new UsageException($"--format is of ndjson, bundle and csv, not '{part}'."),
            };
        }

        return formats;
    }
}
