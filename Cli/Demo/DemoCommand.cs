using System.CommandLine;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary><c>genomed demo</c>: from hospital CSVs to a federated survival model, on this machine.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Guide = new("--guide") { Description = "The disease's guide", DefaultValueFactory = _ => "mds" };
    private static readonly Option<int> Patients = new("--patients") { Description = "How many patients to invent", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> Nodes = new("--nodes") { Description = "Hospitals: 3 (60/30/10 %) or 5 (45/20/15/10/10 %)", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Of the cohort, the split and the training", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Data = new("--data") { Description = "A CSV of a real cohort instead, split the same way" };
    private static readonly Option<bool> SkipInvalid = new("--skip-invalid") { Description = "Load the good rows of --data when some are rejected" };
    private static readonly Option<string> Scenario = new("--scenario") { Description = "best: all features everywhere; worst: each hospital lacks a fifth of them", DefaultValueFactory = _ => "best" };
    private static readonly Option<int?> Rounds = new("--rounds") { Description = "Rounds of federated training (default: 20; 5 of a generator)" };
    private static readonly Option<string> Model = new("--model") { Description = $"The model: {CatalogCheck.Models} (or bn)", DefaultValueFactory = _ => CatalogCheck.DefaultModel };
    private static readonly Option<string?> Strategy = new("--strategy") { Description = $"The aggregation strategy: {CatalogCheck.Strategies} (default: {CatalogCheck.DefaultStrategy}; sum of a Bayesian network)" };
    private static readonly Option<string[]> With = new("--with") { Description = "Auxiliary features of the guide as inputs too, such as the vectors SLIDE (mds) or PET (mm)", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int?> MinimumNodes = new("--minimum-nodes") { Description = "A round goes on while this many nodes answer (default: all but one)" };
    private static readonly Option<int?> RoundDeadline = new("--round-deadline") { Description = "Seconds until a node is left out of a round (default: 60; 900 of a generator)" };
    private static readonly Option<int> Repeat = new("--repeat") { Description = "Repeat over this many splits, seeds ascending", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> Out = new("--out") { Description = "Folder for everything that is written", DefaultValueFactory = _ => "demo-run" };
    private static readonly Option<string?> Json = new("--json") { Description = "Also write the results to this file" };

    public static Command Create()
    {
        var command = new Command("demo", """
            From hospital CSVs to a federated model: starts FHIR nodes and a manager on this machine, loads
            invented (or --data) patients, trains across the nodes, and prints the paper's comparison: of a
            survival model on held-out patients, of a generator (vae-bgm, ctgan, bn) by its synthetic patients.

            Example: genomed demo --seed 7 --json result.json
            Example: genomed demo --data cohort.csv --repeat 20
            Example: genomed demo --guide mm --model savae --with PET
            Example: genomed demo --model ctgan --json synthetic.json
            """)
        {
            Guide, Patients, Nodes, Seed, Data, SkipInvalid, Scenario, Rounds, Model, Strategy, With, MinimumNodes, RoundDeadline, Repeat, Out, Json,
        };
        command.SetAction(CommandLine.Guard((parsed, cancellationToken) => DemoRun.RunAsync(Options(parsed), cancellationToken)));
        Scenario.AcceptOnlyFromAmong("best", DemoOptions.WorstCase);
        return command;
    }

    private static DemoOptions Options(ParseResult parsed)
    {
        var model = CatalogCheck.ModelNamed(parsed.GetValue(Model)!);
        if (CatalogCheck.Fault(model, parsed.GetValue(Strategy)) is { } fault)
        {
            throw new UsageException(fault);
        }

        var generates = CatalogCheck.Generates(model);
        var options = new DemoOptions
        {
            Guide = parsed.GetValue(Guide)!,
            Patients = parsed.GetValue(Patients),
            Nodes = parsed.GetValue(Nodes),
            Seed = parsed.GetValue(Seed),
            Data = parsed.GetValue(Data),
            SkipInvalid = parsed.GetValue(SkipInvalid),
            Scenario = parsed.GetValue(Scenario)!,
            Rounds = parsed.GetValue(Rounds) ?? (generates ? 5 : 20),
            Model = model,
            Strategy = parsed.GetValue(Strategy) ?? CatalogCheck.StrategyFor(model),
            With = parsed.GetValue(With) ?? [],
            MinimumNodes = parsed.GetValue(MinimumNodes),
            RoundDeadline = parsed.GetValue(RoundDeadline) ?? (generates ? 900 : 60),
            Repeat = parsed.GetValue(Repeat),
            Out = parsed.GetValue(Out)!,
            Json = parsed.GetValue(Json),
        };
        return Checked(options);
    }

    private static DemoOptions Checked(DemoOptions options) => options switch
    {
        { Nodes: not (3 or 5) } => throw new UsageException("--nodes is 3 or 5, as in the paper."),
        { Patients: < 500 or > 1_000_000 } => throw new UsageException("--patients is 500 to 1000000: the test patients and the smallest node need ten deaths at least."),
        { Rounds: < 1 } or { Repeat: < 1 } or { RoundDeadline: < 1 } => throw new UsageException("--rounds, --repeat and --round-deadline are 1 or more."),
        { MinimumNodes: { } minimum } when minimum < 1 || minimum > options.Nodes => throw new UsageException($"--minimum-nodes is 1 to {options.Nodes}."),
        _ => options,
    };
}
