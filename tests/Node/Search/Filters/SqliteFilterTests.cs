namespace GenoMed.Fhir.Node.Tests.Search.Filters;

public sealed class SqliteFilterTests(SearchNode hospital) : FilterTests(hospital), IClassFixture<SearchNode>;
