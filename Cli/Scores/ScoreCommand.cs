using System.CommandLine;
using GenoMed.Fhir.Guides;

namespace GenoMed.Fhir.Cli.Scores;

/// <summary><c>genomed score</c>: a guide's clinical score for every patient of a file.</summary>
internal static class ScoreCommand
{
    private static readonly Option<string> Guide = new("--guide") { Description = "The disease's guide", DefaultValueFactory = _ => "mds" };
    private static readonly Option<string> File = new("--file") { Description = "The CSV or TSV (gzip of them too)", Required = true };
    private static readonly Option<string> Score = new("--score") { Description = "The score, e.g. ipss-m", Required = true };
    private static readonly Option<string?> Site = new("--site") { Description = "The site's own names, units and spellings (YAML)" };
    private static readonly Option<string?> Convention = new("--convention") { Description = "Which published implementation to follow where they differ (default: the score's first)" };
    private static readonly Option<bool> SkipInvalid = new("--skip-invalid") { Description = "Score the good rows of a file that also has bad ones" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write every patient's score to this file" };

    public static Command Create()
    {
        var command = new Command("score", """
            Computes a clinical score for every patient of a file, with its best, mean and worst value where inputs are missing.
            Example: genomed score --guide mds --file hospital.csv --score ipss-m --json scores.json
            """)
        {
            Guide, File, Score, Site, Convention, SkipInvalid, JsonFile,
        };
        command.SetAction(CommandLine.Guard((parsed, cancellationToken) => ScoreRun.RunAsync(Request(parsed), cancellationToken)));
        return command;
    }

    private static ScoreRequest Request(ParseResult parsed) => new(
        GuideCatalog.Default.Find(parsed.GetValue(Guide)!),
        parsed.GetValue(Score)!,
        parsed.GetValue(File)!,
        parsed.GetValue(Site),
        parsed.GetValue(Convention),
        parsed.GetValue(SkipInvalid),
        parsed.GetValue(JsonFile));
}
