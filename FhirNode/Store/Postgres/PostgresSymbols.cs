using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Postgres.Connections;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres;

/// <summary>
/// The interned strings. What this process knows is right for ever; what it does not know it asks for, since another
/// process may have added it. Numbers are given under a lock of the table, so new ones are those above the greatest known.
/// </summary>
internal sealed class PostgresSymbols(NpgsqlDataSource source) : ISymbols
{
    private const string Add = """
        BEGIN;
        LOCK TABLE symbol IN SHARE ROW EXCLUSIVE MODE;
        INSERT INTO symbol (text) SELECT t FROM unnest($1) t WHERE NOT EXISTS (SELECT 1 FROM symbol s WHERE s.text = t);
        COMMIT
        """;

    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, string> _texts = new();
    private readonly Lock _lock = new();
    private int _greatest;

    public long Find(string text) => FindOrNull(PostgresText.Key(text)) ?? ISymbols.Unknown;

    public string Text(long number)
    {
        if (!_texts.TryGetValue(number, out var text))
        {
            Refresh();
            text = _texts[number];
        }

        return text;
    }

    /// <summary>The number of a string that <see cref="Intern"/> was given.</summary>
    public int Number(string text) => _numbers.TryGetValue(text, out var number) ? number : _numbers[PostgresText.Key(text)];

    /// <summary>Whether this process knows the string's number. Nothing is asked for.</summary>
    public bool Know(string? text) => text is null || _numbers.ContainsKey(text);

    /// <summary>Whether it knows those of a row.</summary>
    public bool Know(IndexRow row) => Know(row.Parameter) && Know(row.Symbol) && Know(row.Symbol2);

    /// <summary>Adds those of the strings that are new, in a transaction of its own: they outlive the commit that needs them.</summary>
    public void Intern(IEnumerable<string> texts)
    {
        var unknown = texts.Select(PostgresText.Key).Where(text => !_numbers.ContainsKey(text)).Distinct().ToArray();
        if (unknown.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            using var connection = source.OpenConnection();
            using var batch = new NpgsqlBatch(connection);
            foreach (var statement in Add.Split(";\n"))
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
            }

            batch.BatchCommands[2].Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = unknown });
            batch.ExecuteNonQuery();
            Load(connection);
        }
    }

    private int? FindOrNull(string key)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            Refresh();
            return _numbers.TryGetValue(key, out number) ? number : null;
        }

        return number;
    }

    /// <exception cref="OperationProblem">Unavailable.</exception>
    private void Refresh()
    {
        try
        {
            lock (_lock)
            {
                using var connection = source.OpenConnection();
                Load(connection);
            }
        }
        catch (Exception e) when (PostgresFailure.Of(e) is var problem && problem != e)
        {
            throw problem;
        }
    }

    private void Load(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT id, text FROM symbol WHERE id > $1 ORDER BY id", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _greatest });
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (number, text) = (reader.GetInt32(0), reader.GetString(1));
            _texts[number] = text;
            _numbers[text] = number;
            _greatest = number;
        }
    }
}
