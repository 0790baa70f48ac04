using GenoMed.Fhir.R5.Outcomes;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Connections;

/// <summary>The connections of a store.</summary>
internal static class PostgresSource
{
    private const int PreparedStatements = 100;

    /// <exception cref="OperationProblem">Unavailable: the connection string cannot be read.</exception>
    public static NpgsqlDataSource Create(string connectionString, int connections)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString)
            {
                MaxPoolSize = connections,
                MaxAutoPrepare = PreparedStatements,
                AutoPrepareMinUsages = 2,
            };
            builder.ApplicationName ??= "genomed";
            builder.TcpKeepAlive = true;

            // Statements here are short: compiling one to machine code costs more than it can save, and the writer's disabled plans
            // are priced so high that each of them would be compiled.
            builder.Options = $"{builder.Options} -c jit=off".Trim();

            // A plan that was made once for all values goes wrong as tables grow and values differ; planning is cheap here.
            builder.Options = $"{builder.Options} -c plan_cache_mode=force_custom_plan".Trim();
            return new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
        }
        catch (ArgumentException e)
        {
            throw OperationProblem.Unavailable($"The connection string of the PostgreSQL store cannot be read: {e.Message}");
        }
    }
}
