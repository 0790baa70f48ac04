using GenoMed.Fhir.Store.Tests.Postgres;

namespace GenoMed.Fhir.Cli.Tests.Synthesis;

/// <summary>The options of nodes that keep their resources in an engine: each call names a store of its own.</summary>
internal sealed class Engine : IDisposable
{
    private readonly string _name;
    private readonly List<PostgresDatabase> _databases = [];

    public Engine(string name)
    {
        Assert.SkipWhen(name == "postgres" && PostgresDatabase.Unavailable is not null, PostgresDatabase.Unavailable ?? "");
        _name = name;
    }

    public string[] New()
    {
        if (_name != "postgres")
        {
            return [];
        }

        _databases.Add(new PostgresDatabase());
        return ["--store", "postgres", "--connection", _databases[^1].ConnectionString];
    }

    public void Dispose() => _databases.ForEach(database => database.Dispose());
}
