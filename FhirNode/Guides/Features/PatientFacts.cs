namespace GenoMed.Fhir.Guides.Features;

/// <summary>What is known of one patient so far.</summary>
/// <param name="id">The Patient's logical id.</param>
/// <param name="width">How many numbers a row has.</param>
internal sealed class PatientFacts(string id, int width)
{
    private readonly string?[] _sources = new string?[width];

    public string Id { get; } = id;

    /// <summary>The guide's identifier, which orders the rows; the logical id where the patient has none.</summary>
    public string RowId { get; set; } = id;

    /// <summary>The days that the record gives, as ISO 8601 texts of whatever precision; null where it does not.</summary>
    public string? Born { get; set; }

    public string? Died { get; set; }

    /// <summary>The earliest onset or record of the disease.</summary>
    public string? Diagnosed { get; set; }

    /// <summary>Whether birth, diagnosis and death are out of order, as far as the dates' common precision can tell.</summary>
    public bool HasInconsistentDates => Before(Died, Diagnosed) || Before(Diagnosed, Born) || Before(Died, Born);

    /// <summary>True once a Condition of the guide was found.</summary>
    public bool InCohort { get; set; }

    /// <summary>True where the Patient says that it is invented (HTEST).</summary>
    public bool IsInvented { get; set; }

    /// <summary>What is no number.</summary>
    public TextFacts Texts { get; } = new();

    public double[] Values { get; } = Enumerable.Repeat(double.NaN, width).ToArray();

    /// <summary>
    /// Takes a value. Of several the earliest is kept (what was known at diagnosis), undated ones first, then by id:
    /// the same resources give the same row in whatever order a server returns them.
    /// </summary>
    /// <param name="slot">Where in the row.</param>
    /// <param name="value">The value.</param>
    /// <param name="source">Sorts: time, then id of the resource.</param>
    /// <returns>False where another resource says otherwise.</returns>
    public bool Set(int slot, double value, string source)
    {
        var known = _sources[slot];
        var agrees = known is null || known == source || Values[slot] == value;
        if (known is null || string.CompareOrdinal(source, known) <= 0)
        {
            (Values[slot], _sources[slot]) = (value, source);
        }

        return agrees;
    }

    /// <summary>Takes a vector whole, by the same order.</summary>
    /// <returns>False where another resource says otherwise.</returns>
    public bool Set(int slot, ReadOnlySpan<double> values, string source)
    {
        var known = _sources[slot];
        var agrees = known is null || known == source || Values.AsSpan(slot, values.Length).SequenceEqual(values);
        if (known is null || string.CompareOrdinal(source, known) <= 0)
        {
            values.CopyTo(Values.AsSpan(slot));
            _sources[slot] = source;
        }

        return agrees;
    }

    /// <summary>Takes 0 or 1, the larger of several.</summary>
    /// <returns>False where another resource says otherwise.</returns>
    public bool Raise(int slot, double value, string source)
    {
        var known = _sources[slot];
        var agrees = known is null || known == source || Values[slot] == value;
        if (known is null || value > Values[slot])
        {
            (Values[slot], _sources[slot]) = (value, source);
        }

        return agrees;
    }

    private static bool Before(string? first, string? second)
    {
        const int Day = 10;
        var length = Math.Min(Day, Math.Min(first?.Length ?? 0, second?.Length ?? 0));
        return length > 0 && string.CompareOrdinal(first, 0, second, 0, length) < 0;
    }
}
