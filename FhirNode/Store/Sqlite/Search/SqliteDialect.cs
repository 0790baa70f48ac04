using System.Globalization;
using GenoMed.Fhir.Store.Sql;

namespace GenoMed.Fhir.Store.Sqlite.Search;

/// <summary>SQLite's SQL.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public static SqliteDialect Instance { get; } = new();

    // CROSS JOIN keeps SQLite from reordering.
    public override string OrderedJoin => "CROSS JOIN";

    public override string Placeholder(int number) => string.Create(CultureInfo.InvariantCulture, $"?{number}");

    public override string Contains(string column, string mark) => $"instr({column}, {mark}) > 0";

    public override string EndsWith(string column, string mark, int length) => string.Create(CultureInfo.InvariantCulture, $"substr({column}, -{length}) = {mark}");

    public override string Words(IReadOnlyList<string> words, bool isPrefix) => $"\"{string.Join(' ', words)}\"{(isPrefix ? "*" : "")}";

    public override RowSource WithWords(string table, string alias, string mark) => new($"{table}({mark}) {alias}", "1 = 1", $"{alias}.rowid", IsUnique: true);

    // Without statistics SQLite thinks all resources of a type fewer than a few ids.
    public override string Indexed(string table, string alias, string index) => $"{table} {alias} INDEXED BY {index}";

    public override string InArray(string column, string mark) => $"{column} IN (SELECT value FROM json_each({mark}))";
}
