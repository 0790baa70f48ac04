using System.Text.Json;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Scores;
using Spectre.Console;

namespace GenoMed.Fhir.Cli.Scores;

/// <summary>Checks a file and scores its patients.</summary>
internal static class ScoreRun
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(ScoreRequest request, CancellationToken cancellationToken)
    {
        var definition = request.Guide.Score(request.Score);
        var scorer = new FileScorer(request.Guide, definition, request.Site is { } site ? SiteFile.Load(site) : null, request.Convention);
        var source = EtlSource.File(request.File);
        var report = await scorer.CheckAsync(source, cancellationToken);
        if (!report.Clean)
        {
            Console.Error.Write(report.ToText());
        }

        if (!report.MayLoad(request.SkipInvalid))
        {
            Console.Error.WriteLine("Nothing was scored. Mend the file, say how the site writes it with --site, or score only the good rows with --skip-invalid.");
            return CommandLine.Failed;
        }

        var patients = await scorer.ScoreAsync(source, cancellationToken).Select(one => ScoredPatient.Of(one.Id, one.Result)).ToListAsync(cancellationToken);
        Show(definition, patients);
        await WriteAsync(request, definition, report, patients, cancellationToken);
        return CommandLine.Done;
    }

    private static void Show(ScoreDefinition definition, IReadOnlyList<ScoredPatient> patients)
    {
        Console.WriteLine($"{definition.Title} ({definition.Source})");
        var table = new Table().Border(TableBorder.Simple).AddColumns("category", "patients", "of them uncertain");
        foreach (var category in definition.Categories.Select(category => category.Code).Append(null))
        {
            var inside = patients.Where(patient => patient.Category == category).ToList();
            table.AddRow(category ?? "no category", $"{inside.Count}", $"{inside.Count(patient => !patient.Certain)}");
        }

        AnsiConsole.Write(table);
    }

    private static async Task WriteAsync(ScoreRequest request, ScoreDefinition definition, EtlReport report, IReadOnlyList<ScoredPatient> patients, CancellationToken cancellationToken)
    {
        if (request.Json is { } file)
        {
            var result = new
            {
                guide = request.Guide.Name,
                version = request.Guide.Dictionary.Head.Version,
                score = definition.Name,
                definition.Title,
                definition.Source,
                convention = definition.Convention(request.Convention)?.Name,
                file = report.File,
                rejected = report.Rejected.Select(cell => cell.ToString()),
                flagged = report.Warnings.Select(cell => cell.ToString()),
                patients,
            };
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(result, Json), cancellationToken);
        }
    }
}
