using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace GenoMed.Fhir.Http.Benchmarks.Imports;

/// <summary>Imports on both engines; on PostgreSQL where GENOMED_TEST_POSTGRES names a server, in a schema that is dropped afterwards.</summary>
internal static class ImportBenchmark
{
    public static async Task RunAsync(ImportArguments arguments, TimeProvider time)
    {
        var run = new ImportRun(arguments, time);
        List<ImportFigure> figures = [.. await run.RunAsync("sqlite")];
        if (Environment.GetEnvironmentVariable("GENOMED_TEST_POSTGRES") is { Length: > 0 } server)
        {
            figures.AddRange(await OnPostgresAsync(run, server));
        }

        Print($"{arguments.Resources} Observations a load, over HTTP");
        Print($"{"engine",-10}{"load",6}{"resources/s",14}{"node us",10}");
        figures.ForEach(figure => Print($"{figure.Engine,-10}{figure.Load,6}{figure.PerSecond,14:F0}{figure.NodeMicroseconds,10:F1}"));
        if (arguments.Json is { } json)
        {
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        }
    }

    private static async Task<IReadOnlyList<ImportFigure>> OnPostgresAsync(ImportRun run, string server)
    {
        var schema = "bench_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE SCHEMA {schema}");
        try
        {
            var there = new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ConnectionString;
            return await run.RunAsync("postgres", "--store", "postgres", "--connection", there);
        }
        finally
        {
            await ExecuteAsync(server, $"DROP SCHEMA {schema} CASCADE");
        }
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
