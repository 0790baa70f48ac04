using System.CommandLine;
using GenoMed.Fhir.Cli.Bench;
using GenoMed.Fhir.Cli.Cohorts;
using GenoMed.Fhir.Cli.Demo;
using GenoMed.Fhir.Cli.Etl;
using GenoMed.Fhir.Cli.Evaluation;
using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Guides;
using GenoMed.Fhir.Cli.Managers;
using GenoMed.Fhir.Cli.Nodes;
using GenoMed.Fhir.Cli.Runs;
using GenoMed.Fhir.Cli.Scores;
using GenoMed.Fhir.Cli.Synthesis;
using GenoMed.Fhir.Cli.Validation;

namespace GenoMed.Fhir.Cli;

/// <summary>Every subcommand, one line each.</summary>
internal static class CommandCatalog
{
    public static IEnumerable<Command> All =>
    [
        DemoCommand.Create(),
        NodeCommand.Create(),
        ManagerCommand.Create(),
        EtlCommand.Create(),
        ScoreCommand.Create(),
        CohortCommand.Create(),
        GenerateCommand.Create(),
        EvaluateCommand.Create(),
        ReleaseCommand.Create(),
        PublishCommand.Create(),
        ValidateCommand.Create(),
        GuideCommand.Create(),
        RunsCommand.Create(),
        BenchCommand.Create(),
        KeysCommand.Create(),
    ];
}
