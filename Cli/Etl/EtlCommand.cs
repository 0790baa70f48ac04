using System.CommandLine;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Cli.Etl;

/// <summary><c>genomed etl</c>: a hospital's CSV to FHIR resources on a node.</summary>
internal static class EtlCommand
{
    private static readonly Option<string> Guide = new("--guide") { Description = "The disease's guide", DefaultValueFactory = _ => "mds" };
    private static readonly Option<string> File = new("--file") { Description = "The CSV or TSV (gzip of them too)", Required = true };
    private static readonly Option<bool> SkipInvalid = new("--skip-invalid") { Description = "Load the good rows of a file that also has bad ones" };
    private static readonly Option<string?> Site = new("--site") { Description = "The site's own names, units, date formats and spellings (YAML)" };
    private static readonly Option<string?> Report = new("--report") { Description = "Also write every rejected cell to this file: an OperationOutcome where it ends in .json, else text" };
    private static readonly Option<string> Rules = new("--rules") { Description = "What a row is that breaks a rule of the guide. warn: kept, and the report says so; reject: bad; off: not looked for", DefaultValueFactory = _ => "warn" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write the report as an OperationOutcome to this file" };
    private static readonly Option<Uri> To = new("--to") { Description = "FHIR base URL of the node", Required = true, CustomParser = Absolute };
    private static readonly Option<string?> ClientKey = new("--client-key") { Description = "Private key (PEM) of the client 'integrator'; without it the node must be open" };
    private static readonly Option<string> Client = new("--client") { Description = "The client_id", DefaultValueFactory = _ => "integrator" };
    private static readonly Option<string?> Cohort = new("--cohort") { Description = "Id of a Group that the loaded patients form", CustomParser = GroupId };
    private static readonly Option<string?> PseudonymKey = new("--pseudonym-key") { Description = "File of the hospital's key; identifiers become keyed hashes. Made when it is not there" };

    public static Command Create()
    {
        var check = new Command("check", """
            Checks a file whole and says what is wrong, by row and column. Loads nothing.

            Example: genomed etl check --guide mds --file hospital.csv
            """)
        {
            Guide, File, Site, Rules, Report, JsonFile,
        };
        check.SetAction(CommandLine.Guard(CheckAsync));

        var run = new Command("run", """
            Checks a file and loads its patients as FHIR transactions. Running it again changes nothing that is the same.

            Example: genomed etl run --guide mds --file hospital.csv --to http://127.0.0.1:8080/fhir --client-key integrator.pem
            """)
        {
            Guide, File, Site, To, Client, ClientKey, Cohort, PseudonymKey, SkipInvalid, Rules, Report, JsonFile,
        };
        Rules.AcceptOnlyFromAmong("off", "warn", "reject");
        run.SetAction(CommandLine.Guard((parsed, cancellationToken) => EtlRun.RunAsync(Request(parsed), cancellationToken)));
        return new Command("etl", "Turns a hospital's CSV into FHIR resources by a guide's data dictionary.") { check, run };
    }

    private static async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var guide = GuideCatalog.Default.Find(parsed.GetValue(Guide)!);
        var options = new EtlOptions { Site = EtlRun.Site(parsed.GetValue(Site)), Rules = Policy(parsed) };
        var report = await new EtlChecker(guide.Dictionary, options).CheckAsync(EtlSource.File(parsed.GetValue(File)!), null, cancellationToken);
        Console.Write(report.ToText());
        await EtlRun.WriteReportAsync(parsed.GetValue(JsonFile), parsed.GetValue(Report), report, cancellationToken);
        return report.Clean ? CommandLine.Done : CommandLine.Failed;
    }

    private static EtlRequest Request(ParseResult parsed) => new(
        parsed.GetValue(Guide)!,
        parsed.GetValue(File)!,
        parsed.GetValue(To)!,
        parsed.GetValue(Client)!,
        parsed.GetValue(ClientKey),
        parsed.GetValue(Cohort),
        parsed.GetValue(PseudonymKey),
        parsed.GetValue(SkipInvalid),
        Policy(parsed),
        parsed.GetValue(Site),
        parsed.GetValue(Report),
        parsed.GetValue(JsonFile));

    private static RulePolicy Policy(ParseResult parsed) => Enum.Parse<RulePolicy>(parsed.GetValue(Rules)!, ignoreCase: true);

    private static string? GroupId(System.CommandLine.Parsing.ArgumentResult argument)
    {
        var id = argument.Tokens[0].Value;
        if (id.Length is < 1 or > 64 || id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.')))
        {
            argument.AddError($"--cohort is an id of 1 to 64 letters, digits, '-' and '.', not '{id}'.");
        }

        return id;
    }

    private static Uri Absolute(System.CommandLine.Parsing.ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        argument.AddError($"--to takes a FHIR base URL such as http://127.0.0.1:8080/fhir, not '{argument.Tokens[0].Value}'.");
        return null!;
    }
}
