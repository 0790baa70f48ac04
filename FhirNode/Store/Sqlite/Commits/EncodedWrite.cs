using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A write whose rows are bytes already: the writing thread neither makes UTF-8 of them nor looks for symbols.</summary>
internal sealed record EncodedWrite : PreparedWrite
{
    private readonly int _generation;

    private EncodedWrite(PreparedWrite prepared, ReadOnlyMemory<byte> encoded, int generation)
        : base(prepared)
        => (Encoded, _generation) = (encoded, generation);

    /// <summary>The rows, as <see cref="RowBytes"/> writes them one behind the other.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The write, encoded where all of its symbols are known. New ones are rare, and the writing thread adds them.</summary>
    public static PreparedWrite Of(PreparedWrite prepared, SymbolTable symbols)
    {
        var generation = symbols.Generation;
        return prepared is EncodedWrite || !symbols.Know(prepared.Write.ResourceType) || !prepared.Rows.All(row => symbols.Know(row))
            ? prepared
            : new EncodedWrite(prepared, RowBytes.Of(prepared.Rows, symbols), generation);
    }

    /// <summary>False once symbols were taken back since: its numbers are then not to be trusted.</summary>
    public bool IsOf(SymbolTable symbols) => _generation == symbols.Generation;
}
