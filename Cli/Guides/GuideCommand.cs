using System.CommandLine;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Documentation;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Cli.Guides;

/// <summary><c>genomed guide</c>: what is known of the diseases.</summary>
internal static class GuideCommand
{
    private static readonly Option<string?> Guide = new("--guide") { Description = "One guide. Default: all" };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write to", DefaultValueFactory = _ => Path.Combine("docs", "guides") };
    private static readonly Option<bool> Check = new("--check") { Description = "Write nothing; fail where a page is not what the guide says" };

    private static readonly Option<string> Folder = new("--folder") { Description = "The guide's folder, with its data-dictionary.yaml", Required = true };

    public static Command Create()
    {
        var docs = new Command("docs", """
            Writes a guide's page of documentation from its dictionary, scores and recipe.
            Example: genomed guide docs --out docs/guides
            """)
        {
            Guide, Out, Check,
        };
        docs.SetAction(CommandLine.Guard(DocsAsync));
        var list = new Command("list", """
            Lists the guides with their features and scores.
            Example: genomed guide list
            """);
        list.SetAction(CommandLine.Guard((_, _) => Task.FromResult(List())));
        var fsh = new Command("fsh", """
            Writes the FHIR Shorthand of a guide from its dictionary: sushi-config.yaml and input/fsh/*.fsh.
            eng/compile-guides.sh compiles them to profiles/*.json.

            Example: genomed guide fsh --folder ImplementationGuides/mds
            """)
        {
            Folder,
        };
        fsh.SetAction(CommandLine.Guard(WriteFshAsync));
        return new Command("guide", "The diseases that this installation knows, and what is made from their dictionaries.") { list, docs, fsh };
    }

    private static Task<int> WriteFshAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(Folder)!;
        if (!File.Exists(Path.Combine(folder, "data-dictionary.yaml")))
        {
            throw new UsageException($"There is no data-dictionary.yaml in '{folder}'; --folder names a guide's folder.");
        }

        var guide = GenoMed.Fhir.Guides.Guide.Load(folder);
        GuideFsh.Write(guide.Dictionary, folder);
        Console.WriteLine($"{folder}: {string.Join(", ", GuideFsh.Files(guide.Dictionary).Keys)}");
        return Task.FromResult(CommandLine.Done);
    }

    private static int List()
    {
        foreach (var name in GuideCatalog.Default.Names)
        {
            var guide = GuideCatalog.Default.Find(name);
            Console.WriteLine($"{name,-6} {guide.Dictionary.Head.Title}, {guide.Dictionary.Head.Version}: {guide.Dictionary.Features.Count} features; scores: {(guide.Scores.Count == 0 ? "none" : string.Join(", ", guide.Scores.Keys))}");
        }

        return CommandLine.Done;
    }

    private static async Task<int> DocsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = parsed.GetValue(Guide) is { } one ? [one] : GuideCatalog.Default.Names;
        var folder = parsed.GetValue(Out)!;
        var stale = 0;
        foreach (var name in names)
        {
            var (file, page) = (Path.Combine(folder, $"{name}.md"), GuidePage.Write(GuideCatalog.Default.Find(name)));
            if (parsed.GetValue(Check))
            {
                stale += await IsStaleAsync(file, page, cancellationToken) ? 1 : 0;
                continue;
            }

            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(file, page, cancellationToken);
            Console.WriteLine(file);
        }

        return stale == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<bool> IsStaleAsync(string file, string page, CancellationToken cancellationToken)
    {
        if (File.Exists(file) && await File.ReadAllTextAsync(file, cancellationToken) == page)
        {
            return false;
        }

        Console.Error.WriteLine($"{file} is not what its guide says; run 'genomed guide docs'.");
        return true;
    }
}
