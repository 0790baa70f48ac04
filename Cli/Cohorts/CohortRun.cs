using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Cli.Cohorts;

/// <summary>Writes invented patients, and says on every file that they are.</summary>
internal static class CohortRun
{
    public static async Task<int> RunAsync(CohortRequest request, CancellationToken cancellationToken)
    {
        RequireKnown(request);
        var sites = Sites(request);
        Directory.CreateDirectory(request.Out);
        for (var i = 0; i < sites.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = sites.Count == 1 ? $"invented-{request.Guide.Name}" : $"invented-{request.Guide.Name}-site{i + 1}";
            var file = Path.Combine(request.Out, $"{name}.csv");
            CohortFile.Write(file, sites[i]);
            Console.WriteLine($"{file}: {sites[i].Rows.Count} invented patients");
            if (request.Fhir)
            {
                await BundleFile.WriteAsync(Path.Combine(request.Out, $"{name}.ndjson"), request.Guide.Dictionary, EtlSource.File(file), new EtlOptions(), cancellationToken);
            }
        }

        await File.WriteAllTextAsync(Path.Combine(request.Out, "README.md"), Notice(request), cancellationToken);
        return CommandLine.Done;
    }

    private static void RequireKnown(CohortRequest request)
    {
        var optional = request.Guide.Recipe?.Variables.Where(variable => variable.Optional).Select(variable => variable.Name).ToArray() ?? [];
        if (request.With.Except(optional).FirstOrDefault() is { } unknown)
        {
            throw new UsageException($"The recipe of '{request.Guide.Name}' has no optional variable '{unknown}'; it has: {string.Join(", ", optional)}.");
        }
    }

    private static IReadOnlyList<Cohort> Sites(CohortRequest request)
    {
        var cohort = request.Guide.Cohorts(request.Seed, request.With).Generate(request.N);
        var sites = new SiteMix(request.Shares, request.ShiftBy, request.ShiftBy is null ? 0 : request.Shift).Deal(cohort, request.Seed);
        return request.Missing > 0 ? WorstCase.Apply(sites, request.Guide.Dictionary, request.Seed, request.Missing) : sites;
    }

    private static string Notice(CohortRequest request) => $"""
        # Invented patients

        No patient in this folder exists. {request.N} patients of the guide '{request.Guide.Name}' {request.Guide.Dictionary.Head.Version} were drawn
        by its recipe with seed {request.Seed}; every identifier starts with {Invented.Prefix}, and every resource that is made of them
        carries the security label HTEST.

        """;
}
