namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Gathers the faults of the row being read.</summary>
internal sealed class FaultList(string file)
{
    private const int ValueLength = 80;

    private readonly List<RejectedCell> _faults = [];
    private readonly List<RejectedCell> _flags = [];

    public IReadOnlyList<RejectedCell> Faults => _faults;

    /// <summary>What is odd in the row and does not keep it out.</summary>
    public IReadOnlyList<RejectedCell> Flags => _flags;

    public void Clear()
    {
        _faults.Clear();
        _flags.Clear();
    }

    public void Flag(long row, string? column, string value, string rule, string remedy)
        => _flags.Add(Make(row, column, value, rule, remedy));

    public void Add(long row, string? column, string value, string rule, string remedy)
        => _faults.Add(Make(row, column, value, rule, remedy));

    public RejectedCell Make(long row, string? column, string value, string rule, string remedy)
        => new(file, row, column, value.Length > ValueLength ? string.Concat(value.AsSpan(0, ValueLength), "…") : value, rule, remedy);
}
