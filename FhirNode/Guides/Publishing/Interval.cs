namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>What conditions leave of a number's values.</summary>
/// <param name="Lowest">The lowest, itself in it unless <paramref name="LowestOpen"/>.</param>
/// <param name="Highest">The highest, itself in it unless <paramref name="HighestOpen"/>.</param>
internal readonly record struct Interval(double Lowest, double Highest, bool LowestOpen = false, bool HighestOpen = false)
{
    public bool IsEmpty => Lowest > Highest || (Lowest == Highest && (LowestOpen || HighestOpen));

    /// <summary>What is left where this holds as well; <c>!=</c> takes a single value and is passed over.</summary>
    public Interval And(string op, double number) => op switch
    {
        ">" => Above(number, open: true),
        ">=" => Above(number, open: false),
        "<" => Below(number, open: true),
        "<=" => Below(number, open: false),
        "==" => Above(number, open: false).Below(number, open: false),
        _ => this,
    };

    /// <summary>False where the value is missing.</summary>
    public static bool Meets(string op, double value, double number) => op switch
    {
        ">" => value > number,
        ">=" => value >= number,
        "<" => value < number,
        "<=" => value <= number,
        "==" => value == number,
        _ => !double.IsNaN(value) && value != number,
    };

    public override string ToString() => FormattableString.Invariant($"{(LowestOpen ? "above " : "")}{Lowest} to {(HighestOpen ? "below " : "")}{Highest}");

    private Interval Above(double number, bool open) => number < Lowest || (number == Lowest && LowestOpen) ? this : this with { Lowest = number, LowestOpen = open };

    private Interval Below(double number, bool open) => number > Highest || (number == Highest && HighestOpen) ? this : this with { Highest = number, HighestOpen = open };
}
