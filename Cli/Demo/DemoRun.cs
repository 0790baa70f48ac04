using GenoMed.Fhir.Cli.Managers;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>The demo over one split or several.</summary>
internal static class DemoRun
{
    public static async Task<int> RunAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        CheckWith(options);
        CheckGenerator(options);
        var cohort = await DemoCohort.PrepareAsync(options, cancellationToken);
        if (IsDescriptive(options))
        {
            return await DescribeAsync(options, cohort, cancellationToken);
        }

        if (CatalogCheck.Generates(options.Model))
        {
            return await GeneratorDemo.RunAsync(options, cohort, cancellationToken);
        }

        var results = new List<ComparisonResult>();
        for (var i = 0; i < options.Repeat; i++)
        {
            var split = new DemoSplit(options with { Seed = options.Seed + i }, TimeProvider.System);
            var (result, seconds) = await split.RunAsync(cohort, told => (told as ComparisonFinished)?.Result, cancellationToken);
            results.Add(result with { Seconds = seconds });
            if (options.Repeat > 1)
            {
                RepeatSummary.WriteLine(i + 1, results[^1]);
            }
        }

        var json = options.Repeat == 1 ? results[0].ToJson() : RepeatSummary.Of(results).ToJson();
        if (options.Repeat == 1)
        {
            ComparisonTable.Write(results[0]);
            WhereThingsAre.Write(options, results[0]);
        }
        else
        {
            RepeatSummary.Of(results).Write(options);
        }

        if (options.Json is { } file)
        {
            await File.WriteAllTextAsync(file, json, cancellationToken);
        }

        return CommandLine.Done;
    }

    private static bool IsDescriptive(DemoOptions options) => GuideCatalog.Default.Find(options.Guide).Dictionary.Head.Analysis is null;

    private static void CheckGenerator(DemoOptions options)
    {
        if (CatalogCheck.Generates(options.Model) && IsDescriptive(options))
        {
            throw new UsageException($"--model {options.Model}: the guide '{options.Guide}' has no analysis with an outcome, so that its synthetic patients cannot be judged; without --model its patients are described.");
        }

        if (CatalogCheck.Generates(options.Model) && options.Repeat > 1)
        {
            throw new UsageException("--repeat is for models that predict a risk; a generator's comparison is one split.");
        }
    }

    private static void CheckWith(DemoOptions options)
    {
        var auxiliary = GuideCatalog.Default.Find(options.Guide).Auxiliary;
        if (options.With.Except(auxiliary).FirstOrDefault() is { } unknown)
        {
            throw new UsageException($"--with: the guide '{options.Guide}' has no auxiliary feature '{unknown}'; it has: {string.Join(", ", auxiliary.Take(8))}.");
        }
    }

    private static async Task<int> DescribeAsync(DemoOptions options, Func<int, Cohort> cohort, CancellationToken cancellationToken)
    {
        var result = await new DescriptiveDemo(options, TimeProvider.System).RunAsync(cohort, cancellationToken);
        DescriptionTable.Write(result);
        if (options.Json is { } file)
        {
            await File.WriteAllTextAsync(file, result.ToJson(), cancellationToken);
        }

        return CommandLine.Done;
    }
}
