using System.Collections.Concurrent;
using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite;

/// <summary>
/// The interned strings, all in memory; there are as many as types, search parameters and code systems in use.
/// Only the writing thread adds; anyone reads.
/// </summary>
internal sealed class SymbolTable : ISymbols
{
    private readonly SqliteSession _writer;
    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, string> _texts = new();
    private volatile int _generation;

    public SymbolTable(SqliteSession writer)
    {
        _writer = writer;
        Reload();
    }

    /// <summary>Raised when numbers were taken back: what was encoded before may then hold a number that is another string's now.</summary>
    public int Generation => _generation;

    public long Find(string text) => _numbers.GetValueOrDefault(text, ISymbols.Unknown);

    public string Text(long number) => _texts[number];

    /// <summary>Adds what these writes need. Runs before their savepoint, so that it outlives their refusal.</summary>
    public void Intern(IReadOnlyList<PreparedWrite> writes)
    {
        foreach (var write in writes)
        {
            if (write is not EncodedWrite encoded || !encoded.IsOf(this))
            {
                Intern(write.Write.ResourceType);
                Intern(write.Rows);
            }
        }
    }

    public void Intern(IReadOnlyList<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            Intern(row.Parameter);
            InternIfAny(row.Symbol);
            InternIfAny(row.Symbol2);
        }
    }

    /// <summary>Forgets what a rolled back transaction had added; readers go on using the others meanwhile.</summary>
    public void Reload()
    {
        _generation++;
        var stored = _writer.Prepare("SELECT id, text FROM symbol").All(row => (Number: row.Long(0), Text: row.Text(1)));
        foreach (var (number, text) in _texts.Except(stored.Select(row => KeyValuePair.Create(row.Number, row.Text))).ToList())
        {
            _texts.TryRemove(number, out _);
            _numbers.TryRemove(text, out _);
        }

        stored.ForEach(row => Remember(row.Number, row.Text));
    }

    /// <summary>Whether the string has a number.</summary>
    public bool Know(string? text) => text is null || _numbers.ContainsKey(text);

    /// <summary>Whether those of a row have.</summary>
    public bool Know(in IndexRow row) => Know(row.Parameter) && Know(row.Symbol) && Know(row.Symbol2);

    private void InternIfAny(string? text)
    {
        if (text is not null)
        {
            Intern(text);
        }
    }

    private void Intern(string text)
    {
        if (!_numbers.ContainsKey(text))
        {
            _writer.Prepare("INSERT INTO symbol (text) VALUES (?1)").Bind(1, text).Execute();
            Remember(_writer.LastRowId, text);
        }
    }

    private void Remember(long number, string text)
    {
        _texts[number] = text;
        _numbers[text] = number;
    }
}
