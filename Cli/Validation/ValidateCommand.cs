using System.CommandLine;
using System.Text.Json;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Conformance;

namespace GenoMed.Fhir.Cli.Validation;

/// <summary><c>genomed validate</c>: resources in files against R5 and the guides' profiles.</summary>
internal static class ValidateCommand
{
    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Files of NDJSON (a resource or Bundle a line), or folders of them", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Also write the result to this file" };

    public static Command Create()
    {
        var command = new Command("validate", """
            Checks resources in files against FHIR R5 and the profiles that they claim (those of the installed guides).

            Example: genomed validate synthetic/fhir
            """)
        {
            Paths, JsonFile,
        };
        command.SetAction(CommandLine.Guard((parsed, cancellationToken) => RunAsync(parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(Paths)!.SelectMany(Files).ToArray();
        var result = await Progressing.RunAsync(bars => Task.Run(() => new NdjsonCheck(GuideCatalog.Default).Run(files, new Counted(bars), cancellationToken), cancellationToken));
        foreach (var fault in result.Faults)
        {
            Console.WriteLine(fault);
        }

        Console.WriteLine($"{result.Resources.Values.Sum()} resources in {files.Length} files: {result.Errors} with errors, {result.Warnings} with warnings; {result.Profiles.Count} profiles claimed");
        if (parsed.GetValue(JsonFile) is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(result, Writing), cancellationToken);
        }

        return result.Errors == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        string[] found = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.ndjson").Order(StringComparer.Ordinal)] : [];
        return found.Length > 0 ? found : throw new UsageException($"'{path}' is no file and no folder with *.ndjson in it.");
    }

    private sealed class Counted(IBars bars) : IProgress<long>
    {
        private const long Step = 100_000;

        public void Report(long value)
        {
            if (value % Step == 0)
            {
                bars.Say($"  {value} resources checked");
            }
        }
    }
}
