using System.Text;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Sqlite;
using GenoMed.Fhir.Store.Sqlite.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;
using GenoMed.Fhir.Store.Sqlite.Migrations;

namespace GenoMed.Fhir.Store.Tests.Sqlite.Commits;

public sealed class EncodedWriteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genomed-store-");
    private readonly SqliteSession _session;
    private readonly SymbolTable _symbols;

    public EncodedWriteTests()
    {
        _session = SqliteSession.Open(Path.Combine(_folder.FullName, "store.db"));
        SqliteMigrations.Apply(_session, TimeProvider.System);
        _symbols = new SymbolTable(_session);
    }

    [Fact]
    public void GivenSymbolsThatAreUnknown_WhenEncoded_ThenTheWriteKeepsItsRows()
        => Assert.IsNotType<EncodedWrite>(EncodedWrite.Of(Prepared(), _symbols));

    [Fact]
    public void GivenSymbolsThatAreTakenBack_WhenEncodedBefore_ThenTheBytesAreNotTrusted()
    {
        _session.Run("BEGIN");
        _symbols.Intern([Prepared()]);
        var encoded = Assert.IsType<EncodedWrite>(EncodedWrite.Of(Prepared(), _symbols));
        Assert.True(encoded.IsOf(_symbols));
        _session.Run("ROLLBACK");
        _symbols.Reload();
        Assert.False(encoded.IsOf(_symbols));
    }

    [Fact]
    public void GivenRows_WhenEncoded_ThenEachStandsWithItsKindAndParameter()
    {
        var prepared = Prepared();
        _symbols.Intern([prepared]);
        var rows = RowBytes.Each(RowBytes.Of(prepared.Rows, _symbols)).ToList();
        Assert.Equal(prepared.Rows.Select(row => (row.Kind, _symbols.Find(row.Parameter))), rows.Select(row => (RowBytes.Kind(row.Span), RowBytes.Parameter(row.Span))));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    private static PreparedWrite Prepared()
    {
        var json = """{"resourceType":"Patient","active":true,"birthDate":"1970-01-01","name":[{"family":"Rossi"}],"identifier":[{"system":"urn:s","value":"1"}]}""";
        return PreparedWrite.Of(new StoreWrite(StoreMethod.Update, "Patient", "p", Resource.Parse(Encoding.UTF8.GetBytes(json))), new ResourceIndexer());
    }
}
