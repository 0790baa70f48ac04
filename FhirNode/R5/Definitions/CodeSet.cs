namespace GenoMed.Fhir.R5.Definitions;

/// <summary>An expanded value set.</summary>
public sealed class CodeSet
{
    private readonly HashSet<string> _codes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<byte>> _utf8;

    internal CodeSet(IReadOnlyDictionary<string, IReadOnlyList<string>> codesBySystem)
    {
        CodesBySystem = codesBySystem;
        _codes = new HashSet<string>(codesBySystem.Values.SelectMany(codes => codes), Utf8TextComparer.Instance);
        _utf8 = _codes.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Codes by the URL of their code system.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> CodesBySystem { get; }

    /// <summary>Number of distinct codes, whatever their system.</summary>
    public int Count => _codes.Count;

    /// <summary>Whether an element of type <c>code</c> may hold this value.</summary>
    public bool Contains(string code) => _codes.Contains(code);

    /// <summary>Whether the system has this code in the set.</summary>
    public bool Contains(string system, string code)
        => CodesBySystem.TryGetValue(system, out var codes) && codes.Contains(code);

    internal bool Contains(ReadOnlySpan<byte> utf8Code) => _utf8.Contains(utf8Code);

    internal IEnumerable<string> All => _codes;
}
