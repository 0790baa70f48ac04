namespace GenoMed.Fhir.Node.Tests.Search.Filters;

public sealed class PostgresFilterTests(PostgresSearchNode hospital) : FilterTests(hospital), IClassFixture<PostgresSearchNode>;
