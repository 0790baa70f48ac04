using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Manager.Loading;
using GenoMed.Fhir.Manager.Nodes;

namespace GenoMed.Fhir.Cli.Etl;

/// <summary>Checks a file and loads it.</summary>
internal static class EtlRun
{
    public static async Task<int> RunAsync(EtlRequest request, CancellationToken cancellationToken)
    {
        var dictionary = GuideCatalog.Default.Find(request.Guide).Dictionary;
        var options = new EtlOptions
        {
            SkipInvalid = request.SkipInvalid,
            Cohort = request.Cohort,
            PseudonymKey = request.PseudonymKey is { } file ? PseudonymKeyFile.Open(file) : null,
        };
        var source = EtlSource.File(request.File);
        var report = await new EtlChecker(dictionary, options).CheckAsync(source, null, cancellationToken);
        await WriteReportAsync(request.Json, report, cancellationToken);
        Console.Write(report.ToText());
        if (!report.MayLoad(request.SkipInvalid))
        {
            Console.Error.WriteLine("Nothing was loaded. Mend the file, or load only the good rows with --skip-invalid.");
            return CommandLine.Failed;
        }

        await LoadAsync(request, dictionary, options, source, report, cancellationToken);
        return CommandLine.Done;
    }

    public static async Task WriteReportAsync(string? file, EtlReport report, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            await EtlReportFile.WriteAsync(file, report, cancellationToken);
        }
    }

    private static async Task LoadAsync(
        EtlRequest request, DataDictionary dictionary, EtlOptions options, EtlSource source, EtlReport report, CancellationToken cancellationToken)
    {
        using var key = request.ClientKey is { } pem ? await PrivateKeyFile.ReadAsync(pem, cancellationToken) : null;
        using var target = new EtlTarget(new NodeEndpoint("the node", request.To), key is null ? null : new ClientIdentity(request.ClientId, key, "system/*.cruds"), TimeProvider.System);
        var result = await Progressing.RunAsync(bars =>
            target.LoadAsync(dictionary, options, source, new LoadProgress(bars.Start($"load {report.File}", report.GoodRows)), cancellationToken));
        Console.WriteLine($"{result.Patients} patients: {result.Created} resources created, {result.Updated} updated, {result.Unchanged} unchanged.");
    }
}
