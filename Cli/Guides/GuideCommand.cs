using System.CommandLine;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Fsh;

namespace GenoMed.Fhir.Cli.Guides;

/// <summary><c>genomed guide</c>: what is made from a disease's dictionary.</summary>
internal static class GuideCommand
{
    private static readonly Option<string> Folder = new("--folder") { Description = "The guide's folder, with its data-dictionary.yaml", Required = true };

    public static Command Create()
    {
        var fsh = new Command("fsh", """
            Writes the FHIR Shorthand of a guide from its dictionary: sushi-config.yaml and input/fsh/*.fsh.
            eng/compile-guides.sh compiles them to profiles/*.json.

            Example: genomed guide fsh --folder ImplementationGuides/mds
            """)
        {
            Folder,
        };
        fsh.SetAction(CommandLine.Guard(WriteFshAsync));
        return new Command("guide", "Makes what follows from a guide's dictionary.") { fsh };
    }

    private static Task<int> WriteFshAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(Folder)!;
        if (!File.Exists(Path.Combine(folder, "data-dictionary.yaml")))
        {
            throw new UsageException($"There is no data-dictionary.yaml in '{folder}'; --folder names a guide's folder.");
        }

        var guide = Guide.Load(folder);
        GuideFsh.Write(guide.Dictionary, folder);
        Console.WriteLine($"{folder}: {string.Join(", ", GuideFsh.Files(guide.Dictionary).Keys)}");
        return Task.FromResult(0);
    }
}
