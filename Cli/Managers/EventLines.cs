using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>Writes each event as one line of JSON, for the process that started this one.</summary>
internal sealed class EventLines : IProgress<ComparisonEvent>
{
    private readonly Lock _turn = new();

    public void Report(ComparisonEvent value)
    {
        lock (_turn)
        {
            Console.WriteLine(value.ToLine());
        }
    }
}
