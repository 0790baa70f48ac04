using System.CommandLine;
using GenoMed.Fhir.Cli.Output;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary><c>genomed bench survival</c>: DeepSurv and SAVAE on the tables of their papers.</summary>
internal static class SurvivalCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Folder of the tables (deepsurv/, savae/)", Required = true };
    private static readonly Option<string[]> Sets = new("--set") { Description = "Only these sets, e.g. deepsurv.support", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
    private static readonly Option<int?> Seeds = new("--seeds") { Description = "Repetitions instead of a set's own number" };
    private static readonly Option<bool> Choose = new("--choose") { Description = "Compare settings by cross-validation inside the training part instead; the test part is not read" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write the results to this file" };
    private static readonly Option<string?> Page = new("--page") { Description = "Also put the figures into this page (docs/results/survival.md)" };

    public static Command Create()
    {
        var command = new Command("survival", """
            Trains survival models on published tables with their papers' splits and prints the concordance on the test patients.

            Example: genomed bench survival --data ../shared/data --json survival.json
            Example: genomed bench survival --data ../shared/data --set deepsurv.metabric --choose
            """)
        {
            Data, Sets, Seeds, Choose, JsonFile, Page,
        };
        command.SetAction(CommandLine.Guard(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = SurvivalBenchFile.Load();
        var sets = Checked(file.Select(parsed.GetValue(Sets)!), parsed.GetValue(Data)!, parsed.GetValue(Seeds));
        if (parsed.GetValue(Choose))
        {
            await ChooseAsync(file, sets, parsed.GetValue(Data)!, cancellationToken);
            return CommandLine.Done;
        }

        var results = await Progressing.RunAsync(bars => Task.Run(
            () => sets.Select(set => new SurvivalBench(parsed.GetValue(Data)!, bars, TimeProvider.System).Run(set, file.Recipes[set.Recipe], cancellationToken)).ToList(), cancellationToken));
        SurvivalBenchTable.Write(results);
        if (parsed.GetValue(JsonFile) is { } json)
        {
            await File.WriteAllTextAsync(json, SurvivalBenchJson.Of(results) + "\n", cancellationToken);
        }

        if (parsed.GetValue(Page) is { } page)
        {
            await File.WriteAllTextAsync(page, SurvivalBenchPage.With(await File.ReadAllTextAsync(page, cancellationToken), results), cancellationToken);
        }

        return CommandLine.Done;
    }

    private static async Task ChooseAsync(SurvivalBenchFile file, IReadOnlyList<SurvivalSet> sets, string data, CancellationToken cancellationToken)
    {
        foreach (var set in sets.Where(set => set.Split is not null))
        {
            var candidates = file.Candidates.Where(candidate => candidate.Recipe == set.Recipe);
            var compared = await Progressing.RunAsync(bars => Task.Run(
                () => candidates.Select(candidate => (candidate, new SurvivalBench(data, bars, TimeProvider.System).Choose(set, candidate, file.Recipes[set.Recipe], cancellationToken))).ToList(), cancellationToken));
            SurvivalBenchTable.Write(set, compared);
        }
    }

    private static IReadOnlyList<SurvivalSet> Checked(IReadOnlyList<SurvivalSet> sets, string data, int? seeds)
    {
        if (seeds is < 1)
        {
            throw new UsageException("--seeds is 1 or more.");
        }

        string[] missing = [.. sets.Select(set => set.File).Where(name => !File.Exists(Path.Combine(data, name)))];
        return missing.Length == 0
            ? [.. sets.Select(set => set with { Seeds = seeds ?? set.Seeds })]
            : throw new UsageException($"--data: '{data}' has no {string.Join(", no ", missing)}. --set measures only some.");
    }
}
