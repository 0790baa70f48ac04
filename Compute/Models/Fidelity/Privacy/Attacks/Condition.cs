namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>What a predicate says of one column.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    Greater,
    AtMost,
    AtLeast,
    Missing,
    Known,
}

/// <summary>A comparison of one column with a value. A missing value fulfils <see cref="Comparison.NotEqual"/> and no other comparison.</summary>
/// <param name="Column">Its position among the columns.</param>
/// <param name="Comparison">How.</param>
/// <param name="Value">With what; 0 where nothing is compared.</param>
internal readonly record struct Condition(int Column, Comparison Comparison, double Value)
{
    public bool Holds(double cell) => Comparison switch
    {
        Comparison.Equal => cell == Value,
        Comparison.NotEqual => cell != Value,
        Comparison.Less => cell < Value,
        Comparison.Greater => cell > Value,
        Comparison.AtMost => cell <= Value,
        Comparison.AtLeast => cell >= Value,
        Comparison.Missing => double.IsNaN(cell),
        _ => !double.IsNaN(cell),
    };
}
