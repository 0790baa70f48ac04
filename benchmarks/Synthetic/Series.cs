namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>One line of a panel: a mean and half its interval for each round.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Colour">Of Okabe and Ito's palette, told apart by colour-blind readers.</param>
/// <param name="Points">From round 1.</param>
internal sealed record Series(string Name, string Colour, IReadOnlyList<Interval> Points);
