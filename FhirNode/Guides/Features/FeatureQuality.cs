namespace GenoMed.Fhir.Guides.Features;

/// <summary>How good one feature's data are.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Present">Patients with a value.</param>
/// <param name="Missing">Patients without.</param>
/// <param name="OutOfRange">Values outside the plausible range; they are kept.</param>
/// <param name="UnexpectedUnit">Values in a unit that the dictionary neither has nor converts; they are dropped.</param>
/// <param name="UnknownCode">Coded values that the dictionary does not know; they are dropped.</param>
/// <param name="Conflicts">Further values of the same patient that differ from the one taken.</param>
public sealed record FeatureQuality(string Name, int Present, int Missing, int OutOfRange, int UnexpectedUnit, int UnknownCode, int Conflicts)
{
    /// <summary>Patients whose time to this event is longer than they were followed for the guide's outcome.</summary>
    public int InconsistentTimes { get; init; }

    /// <summary>The units that values came in, and how many values in each.</summary>
    public IReadOnlyDictionary<string, int> Units { get; init; } = new Dictionary<string, int>();
}
