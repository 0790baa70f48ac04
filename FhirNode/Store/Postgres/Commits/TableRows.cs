using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Rows of one table, on their way to it.</summary>
internal class TableRows(string table, params IReadOnlyList<Column> columns)
{
    private string Names => string.Join(", ", columns.Select(column => column.Name));

    private string Arrays => string.Join(", ", columns.Select((column, i) => $"${i + 1}::{column.ArrayType}"));

    public int Count { get; protected set; }

    /// <summary>One statement that inserts the rows; few rows cost least so.</summary>
    public NpgsqlBatchCommand Insert() => Statement($"INSERT INTO {table} ({Names}) SELECT * FROM unnest({Arrays})");

    /// <summary>One statement that deletes the rows that are equal to these.</summary>
    public NpgsqlBatchCommand Delete()
        => Statement($"DELETE FROM {table} t USING unnest({Arrays}) AS d ({Names}) WHERE {string.Join(" AND ", columns.Select(column => $"t.{column.Name} = d.{column.Name}"))}");

    /// <summary>One statement that sets the other columns of the row with the first one's value.</summary>
    public NpgsqlBatchCommand Update()
        => Statement($"UPDATE {table} t SET {string.Join(", ", columns.Skip(1).Select(column => $"{column.Name} = d.{column.Name}"))} FROM unnest({Arrays}) AS d ({Names}) WHERE t.{columns[0].Name} = d.{columns[0].Name}");

    /// <summary>Inserts the rows by COPY; many rows cost least so.</summary>
    public void Copy(NpgsqlConnection connection)
    {
        using var to = new CopyStream(connection, table, Names);
        for (var row = 0; row < Count; row++)
        {
            to.Buffer.BeginRow(columns.Count);
            foreach (var column in columns)
            {
                column.Write(to.Buffer, row);
            }

            to.EndRow();
        }

        to.Complete();
    }

    private NpgsqlBatchCommand Statement(string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
        {
            command.Parameters.Add(column.Parameter());
        }

        return command;
    }
}
