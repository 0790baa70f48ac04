using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>The patients of a demo: invented by the guide's recipe, or a file that has passed the check.</summary>
internal static class DemoCohort
{
    public static async Task<Func<int, Cohort>> PrepareAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        var guide = GuideCatalog.Default.Find(options.Guide);
        if (options.Data is not { } file)
        {
            return seed => guide.Cohorts(seed, options.With).Generate(options.Patients);
        }

        var etl = new EtlOptions { SkipInvalid = options.SkipInvalid };
        var report = await new EtlChecker(guide.Dictionary, etl).CheckAsync(EtlSource.File(file), null, cancellationToken);
        if (!report.MayLoad(options.SkipInvalid))
        {
            throw new InvalidDataException(report.ToText() + Environment.NewLine + "Nothing was loaded. Mend the file, or load only the good rows with --skip-invalid.");
        }

        var rejected = report.Rejected.Select(cell => cell.Row).ToHashSet();
        var cohort = CohortFile.Read(file, row => !rejected.Contains(row));
        return _ => cohort;
    }
}
