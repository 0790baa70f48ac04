using System.CommandLine;
using GenoMed.Fhir.Cli.Synthesis;
using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Cli.Evaluation;

/// <summary><c>genomed evaluate</c>: how faithful and how private synthetic patients are.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string?> Model = new("--model") { Description = "Folder of a registered generator, which draws the patients" };
    private static readonly Option<int?> N = new("--n") { Description = "How many it draws; as many as it was trained on by default" };
    private static readonly Option<string?> Synthetic = new("--synthetic") { Description = "CSV of synthetic patients, such as data.csv of 'genomed generate'" };
    private static readonly Option<string?> Guide = new("--guide") { Description = "The guide, e.g. mds; the federation's or the model's by default" };
    private static readonly Option<string?> Outcome = new("--outcome") { Description = "The time-to-event feature; the guide's by default" };
    private static readonly Option<string?> Federation = new("--federation") { Description = "Federation file: the real patients are at its nodes" };
    private static readonly Option<bool> Reference = new("--reference") { Description = "Compare at the federation's reference node, with its train and test cohorts, instead of the hospitals" };
    private static readonly Option<string?> Cohort = new("--cohort") { Description = "Id of the Group of training patients at each node; what the federation file says by default, else all patients" };
    private static readonly Option<string?> HoldOutCohort = new("--holdout-cohort") { Description = "Id of the Group, at each node, of patients that the generator did not see; what the federation file says by default" };
    private static readonly Option<string?> Real = new("--real") { Description = "CSV of training patients on this machine, instead of nodes" };
    private static readonly Option<string?> HoldOut = new("--holdout") { Description = "CSV of patients that the generator did not see" };
    private static readonly Option<string> Part = new("--part") { Description = "fidelity, clinical, multivariate, privacy, attacks, separated by commas; all by default", DefaultValueFactory = _ => "fidelity,clinical,multivariate,privacy,attacks" };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same report", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> MinimumPatients = new("--minimum-patients") { Description = "k: with --real, no figure of the report rests on fewer patients", DefaultValueFactory = _ => 10 };
    private static readonly Option<string?> Report = new("--report") { Description = "Write the report as a page (HTML, to be printed as PDF)" };
    private static readonly Option<string?> MeasureReport = new("--measure-report") { Description = "Write it as a FHIR MeasureReport" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Write it as JSON" };
    private static readonly Option<Uri?> To = new("--to") { Description = "FHIR base URL of the node that keeps the set: the MeasureReport is stored there", CustomParser = BaseUrl.Parse };
    private static readonly Option<string?> Library = new("--library") { Description = "Id of the set's Library on that node" };
    private static readonly Option<string> Client = new("--client") { Description = "The client_id at that node", DefaultValueFactory = _ => "manager" };
    private static readonly Option<string?> ClientKey = new("--client-key") { Description = "Private key (PEM) of the client; without it the node must be open" };

    public static Command Create()
    {
        var command = new Command("evaluate", """
            Compares synthetic with real patients (SAFE): fidelity with its ceiling and floor, privacy, attacks, and the gates of a
            release. The real patients stay at the nodes of a federation, or are files on this machine.

            Example: genomed evaluate --guide mds --real train.csv --holdout test.csv --synthetic synthetic/data.csv --report safe.html
            Example: genomed evaluate --model M --federation federation.json --reference --report safe.html --json safe.json
            Example: genomed evaluate --synthetic data.csv --federation federation.json --cohort train --holdout-cohort test --to http://127.0.0.1:8080/fhir --library synthetic-mds-1a2b
            """)
        {
            Model, N, Synthetic, Guide, Outcome, Federation, Reference, Cohort, HoldOutCohort, Real, HoldOut, Part, Seed, MinimumPatients, Report, MeasureReport, JsonFile, To, Library, Client, ClientKey,
        };
        command.SetAction(CommandLine.Guard((parsed, cancellationToken) => EvaluateRun.RunAsync(Checked(Request(parsed)), cancellationToken)));
        return command;
    }

    private static EvaluateRequest Request(ParseResult parsed) => new()
    {
        Model = parsed.GetValue(Model),
        Count = parsed.GetValue(N),
        Synthetic = parsed.GetValue(Synthetic),
        Guide = parsed.GetValue(Guide),
        Outcome = parsed.GetValue(Outcome),
        Seed = parsed.GetValue(Seed),
        Parts = Parts(parsed.GetValue(Part)!),
        Federation = parsed.GetValue(Federation),
        Reference = parsed.GetValue(Reference),
        Cohort = parsed.GetValue(Cohort),
        HoldOutCohort = parsed.GetValue(HoldOutCohort),
        Real = parsed.GetValue(Real),
        HoldOut = parsed.GetValue(HoldOut),
        MinimumPatients = parsed.GetValue(MinimumPatients),
        Report = parsed.GetValue(Report),
        MeasureReport = parsed.GetValue(MeasureReport),
        Json = parsed.GetValue(JsonFile),
        To = parsed.GetValue(To),
        Library = parsed.GetValue(Library),
        Client = parsed.GetValue(Client)!,
        ClientKey = parsed.GetValue(ClientKey),
    };

    private static EvaluateRequest Checked(EvaluateRequest request) => request switch
    {
        { Model: null, Synthetic: null } => throw new UsageException("Give --synthetic FILE.csv, or --model FOLDER to draw of."),
        { Model: not null, Synthetic: not null } => throw new UsageException("Give --synthetic or --model, not both."),
        { Count: < 1 or > 1_000_000 } => throw new UsageException("--n is 1 to 1000000."),
        { Federation: null, Real: null } => throw new UsageException("Give --federation FILE for real patients at nodes, or --real FILE.csv for those on this machine."),
        { Federation: not null, Real: not null } => throw new UsageException("Give --federation or --real, not both."),
        { Real: not null, Guide: null, Model: null } => throw new UsageException("Give --guide, e.g. mds: it says what the columns are."),
        { Federation: null, Reference: true } => throw new UsageException("--reference is of a federation: give --federation FILE."),
        { To: not null, Library: null, Model: null } => throw new UsageException("Give --library, the id of the set's Library on that node."),
        { Seed: < 0 } => throw new UsageException("--seed is 0 or more."),
        { MinimumPatients: < 1 or > 1000 } => throw new UsageException("--minimum-patients is 1 to 1000."),
        _ => request,
    };

    private static SafePart[] Parts(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name =>
        Enum.GetValues<SafePart>().Where(part => part.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(part => (SafePart?)part).FirstOrDefault()
            ?? throw new UsageException($"--part is of fidelity, clinical, multivariate, privacy and attacks, not '{name}'.")).Distinct()];
}
