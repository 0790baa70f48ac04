using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.Manager.Synthesis;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary>Generates, writes the files and says what it took.</summary>
internal static class GenerateRun
{
    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(GenerateRequest request, CancellationToken cancellationToken)
    {
        var model = await ModelRegistry.LoadAsync(request.Model, cancellationToken);
        var result = request.To is null ? await LocalAsync(request, model, cancellationToken) : await RemoteAsync(request, model, request.To, cancellationToken);
        GenerateTable.Write(result);
        if (request.Json is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(result, Writing), cancellationToken);
        }

        return CommandLine.Done;
    }

    private static Task<GenerateResult> LocalAsync(GenerateRequest request, RegisteredModel model, CancellationToken cancellationToken) => Progressing.RunAsync(async bars =>
    {
        var started = Stopwatch.GetTimestamp();
        var terms = new PublicationTerms(request.Title ?? $"Synthetic patients of {model.Card.Name}", request.Licence ?? "CC-BY-NC-4.0", request.Publisher ?? "Not published");
        var set = await new LocalSynthesis(GuideCatalog.Default, request.MinimumPatients)
            .DrawAsync(model, request.Rows, terms, new Steps(bars.Start("generate", request.Rows.Count)), cancellationToken);
        var description = new SyntheticDescription(set, "genomed generate", TimeProvider.System.GetUtcNow());
        var counts = await SyntheticFiles.WriteAsync(request.Out!, set, description, request.Formats, new Steps(bars.Start("write", request.Rows.Count)), cancellationToken);
        bars.Say(string.Create(CultureInfo.InvariantCulture, $"{request.Out}: {counts.Values.Sum()} resources of {set.Table.Count} synthetic patients"));
        return new GenerateResult(set.Id, set.Sha256, set.Table.Count, counts, set.Report, Stopwatch.GetElapsedTime(started).TotalSeconds);
    });

    private static async Task<GenerateResult> RemoteAsync(GenerateRequest request, RegisteredModel model, Uri url, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var access = await NodeAccess.OpenAsync(url, request.Client, request.ClientKey, "system/Operation.generate-synthetic", cancellationToken);
        var terms = new PublicationTerms(request.Title ?? $"Synthetic patients of {model.Card.Name}", request.Licence!, request.Publisher!);
        var set = await Progressing.RunAsync(bars => RemoteSynthesis.GenerateAsync(access.Client, model, request.Rows, terms, new Told(bars), cancellationToken));
        return new GenerateResult(set.Id, set.Sha256, set.Report.Patients, new Dictionary<string, long>(), set.Report, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private sealed class Steps(IBar bar) : IProgress<int>
    {
        public void Report(int value) => bar.Set(value);
    }
}
