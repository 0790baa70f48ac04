namespace GenoMed.Fhir.Store.Tests.Sqlite;

public sealed class SqliteResourceStoreTests : ResourceStoreTests<SqliteFixture>;
