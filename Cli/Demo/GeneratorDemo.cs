using GenoMed.Fhir.Cli.Managers;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>The demo of a model that invents patients.</summary>
internal static class GeneratorDemo
{
    public static async Task<int> RunAsync(DemoOptions options, Func<int, Cohort> cohort, CancellationToken cancellationToken)
    {
        var split = new DemoSplit(options, TimeProvider.System);
        var (found, seconds) = await split.RunAsync(cohort, told => (told as GeneratorsFinished)?.Result, cancellationToken);
        var result = found with { Seconds = seconds };
        GeneratorTable.Write(result);
        WhereSyntheticThingsAre.Write(options, result);
        if (options.Json is { } file)
        {
            await File.WriteAllTextAsync(file, result.ToJson(), cancellationToken);
        }

        return CommandLine.Done;
    }
}
