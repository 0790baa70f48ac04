namespace GenoMed.Fhir.Cli.Output;

/// <summary>Progress of long work: bars on a terminal, plain lines elsewhere.</summary>
internal interface IBars
{
    /// <summary>Starts one; its name is shown.</summary>
    IBar Start(string name, double total);

    /// <summary>A line above the bars.</summary>
    void Say(string line);
}
