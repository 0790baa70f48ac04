namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>What must hold of every row.</summary>
/// <param name="Fixed">Values that the model itself conditions on, by feature.</param>
/// <param name="Checks">What the model cannot condition on: rows that do not meet it are drawn again.</param>
internal sealed record RowConditions(IReadOnlyDictionary<string, double> Fixed, IReadOnlyList<RowCheck> Checks);
