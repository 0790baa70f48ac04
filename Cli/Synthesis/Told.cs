using GenoMed.Fhir.Cli.Output;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary>What a node says of a job, a line each time it says something else.</summary>
internal sealed class Told(IBars bars) : IProgress<string>
{
    private string _last = "";

    public void Report(string value)
    {
        if (value != _last)
        {
            bars.Say($"  {_last = value}");
        }
    }
}
