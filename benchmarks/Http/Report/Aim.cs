namespace GenoMed.Fhir.Http.Benchmarks.Report;

/// <summary>What the node must reach, on two idle cores.</summary>
internal static class Aim
{
    public const double StartSeconds = 2;
    public const double RestMegabytes = 200;

    /// <summary>Resources a second; null where none was set.</summary>
    public static double? PerSecond(string name, int clients) => (name, clients) switch
    {
        ("create", 1) => 1_500,
        ("create", 8) => 3_000,
        ("read", 1) => 7_000,
        ("read", 8) => 10_000,
        ("transaction of 100", 8) => 8_000,
        _ => null,
    };
}
