using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>A write whose rows are encoded already: what the caller's thread has done the writing thread need not do.</summary>
internal sealed record EncodedWrite : PreparedWrite
{
    private EncodedWrite(PreparedWrite prepared, EncodedRows encoded)
        : base(prepared)
        => Encoded = encoded;

    public EncodedRows Encoded { get; }

    /// <summary>The write, encoded where all of its symbols are known. New ones are rare, and the writing thread adds them.</summary>
    public static PreparedWrite Of(PreparedWrite prepared, PostgresSymbols symbols)
        => prepared is not EncodedWrite && symbols.Know(prepared.Write.ResourceType) && prepared.Rows.All(symbols.Know) ? new EncodedWrite(prepared, EncodedRows.Of(prepared.Rows, symbols)) : prepared;
}
