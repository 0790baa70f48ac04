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
            Rules = request.Rules,
            Cohort = request.Cohort,
            Site = Site(request.Site),
            PseudonymKey = request.PseudonymKey is { } file ? PseudonymKeyFile.Open(file) : null,
        };
        var source = EtlSource.File(request.File);
        var report = await new EtlChecker(dictionary, options).CheckAsync(source, null, cancellationToken);
        await WriteReportAsync(request.Json, request.Report, report, cancellationToken);
        Console.Write(report.ToText());
        if (!report.MayLoad(request.SkipInvalid))
        {
            Console.Error.WriteLine("Nothing was loaded. Mend the file, or load only the good rows with --skip-invalid.");
            return CommandLine.Failed;
        }

        await LoadAsync(request, dictionary, options, source, report, cancellationToken);
        return CommandLine.Done;
    }

    public static SiteFile? Site(string? file) => file is null ? null : SiteFile.Load(file);

    /// <summary>Writes the report where it was asked for: <paramref name="json"/> gets the OperationOutcome, <paramref name="report"/> what its name ends in.</summary>
    public static async Task WriteReportAsync(string? json, string? report, EtlReport result, CancellationToken cancellationToken)
    {
        if (json is not null)
        {
            await EtlReportFile.WriteAsync(json, result, cancellationToken);
        }

        if (report is not null)
        {
            await (report.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? EtlReportFile.WriteAsync(report, result, cancellationToken)
                : File.WriteAllTextAsync(report, result.ToText(), cancellationToken));
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
