using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Cli.Synthesis;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Manager.Comparisons;
using GenoMed.Fhir.Manager.Safe;
using GenoMed.Fhir.Manager.Safe.Page;

namespace GenoMed.Fhir.Cli.Evaluation;

/// <summary>Evaluates, prints and writes.</summary>
internal static class EvaluateRun
{
    public static async Task<int> RunAsync(EvaluateRequest request, CancellationToken cancellationToken)
    {
        var federation = request.Federation is { } file ? ComparisonOptions.Load(file) : null;
        var report = await Progressing.RunAsync(async bars =>
        {
            bars.Say(request.Model is null ? "reading the synthetic patients" : "drawing synthetic patients");
            var input = await SyntheticInput.ReadAsync(request, federation?.Guide, cancellationToken);
            var evaluation = new SafeEvaluation(input.Guide, input.Guide.OutcomeOf(request.Outcome), request.Parts, request.Seed, TimeProvider.System);
            bars.Say("comparing");
            return federation is null
                ? await LocalAsync(request, input, evaluation, cancellationToken)
                : await RemoteEvaluation.RunAsync(request, federation, input, evaluation, bars, cancellationToken);
        });
        SafeTable.Write(report);
        await WriteAsync(request, report, cancellationToken);
        return CommandLine.Done;
    }

    private static async Task<SafeReport> LocalAsync(EvaluateRequest request, SyntheticInput input, SafeEvaluation evaluation, CancellationToken cancellationToken)
    {
        string[] features = [.. SyntheticColumns.Inputs(input.Guide, input.Csv), input.Guide.OutcomeOf(request.Outcome)];
        Task<FeatureTable> ReadAsync(EtlSource source) => TableReader.ReadAsync(source, input.Guide.Dictionary, features, cancellationToken);
        var synthetic = await ReadAsync(new EtlSource(input.Subject.Title, () => new MemoryStream(input.Csv, writable: false)));
        var training = await ReadAsync(EtlSource.File(request.Real!));
        var holdOut = request.HoldOut is { } file ? await ReadAsync(EtlSource.File(file)) : null;
        return evaluation.Run(input.Subject, new SafeTables(training, holdOut, synthetic), request.MinimumPatients, cancellationToken);
    }

    private static async Task WriteAsync(EvaluateRequest request, SafeReport report, CancellationToken cancellationToken)
    {
        if (request.Report is { } page)
        {
            await File.WriteAllTextAsync(page, SafePage.Of(report), cancellationToken);
        }

        if (request.MeasureReport is { } resource)
        {
            await File.WriteAllBytesAsync(resource, SafeMeasureReport.ToJson(report), cancellationToken);
        }

        if (request.Json is { } json)
        {
            await File.WriteAllTextAsync(json, report.ToJson(), cancellationToken);
        }

        if (request.To is { } url)
        {
            using var access = await NodeAccess.OpenAsync(url, request.Client, request.ClientKey, "system/Library.r system/MeasureReport.cu", cancellationToken);
            Console.WriteLine($"  {await SafeStorage.StoreAsync(access.Client, report, cancellationToken)} on {url}");
        }
    }
}
