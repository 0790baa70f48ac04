namespace GenoMed.Fhir.Store.Tests.Postgres;

public sealed class PostgresResourceStoreTests : ResourceStoreTests<PostgresFixture>;
