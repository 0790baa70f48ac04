using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Connections;

/// <summary>Commands that read.</summary>
internal static class PostgresReads
{
    /// <summary>Takes every row of the command.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Unavailable.</exception>
    public static async ValueTask<List<T>> AllAsync<T>(this NpgsqlCommand command, Func<ISqlRow, T> take, CancellationToken cancellationToken)
    {
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var row = new PostgresRow(reader);
            List<T> rows = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(take(row));
            }

            return rows;
        }
        catch (Exception e) when (PostgresFailure.Of(e) is var problem && problem != e)
        {
            throw problem;
        }
    }

    /// <summary>Adds parameters of type long, double, string or int.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params IEnumerable<object> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(value switch
            {
                long number => new NpgsqlParameter<long> { TypedValue = number },
                double number => new NpgsqlParameter<double> { TypedValue = number },
                string text => new NpgsqlParameter<string> { TypedValue = PostgresText.Plain(text) },
                _ => throw new ArgumentException($"{value.GetType()} cannot be bound.", nameof(values)),
            });
        }

        return command;
    }
}
