using System.Globalization;
using GenoMed.Fhir.Store.Sql;

namespace GenoMed.Fhir.Store.Postgres.Search;

/// <summary>PostgreSQL's SQL.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    public static PostgresDialect Instance { get; } = new();

    public override string OrderedJoin => "JOIN";

    public override string Placeholder(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    public override string Contains(string column, string mark) => $"strpos({column}, {mark}) > 0";

    public override string EndsWith(string column, string mark, int length) => string.Create(CultureInfo.InvariantCulture, $"right({column}, {length}) = {mark}");

    public override string Words(IReadOnlyList<string> words, bool isPrefix) => string.Join(" <-> ", words.Select(word => $"'{word}'")) + (isPrefix ? ":*" : "");

    public override RowSource WithWords(string table, string alias, string mark)
        => new($"{table} {alias}", $"to_tsvector('simple'::regconfig, {alias}.words) @@ CAST({mark} AS tsquery)", $"{alias}.rid", IsUnique: true);

    public override string Indexed(string table, string alias, string index) => $"{table} {alias}";

    public override string InArray(string column, string mark) => $"{column} IN (SELECT jsonb_array_elements_text(CAST({mark} AS jsonb)))";
}
