namespace GenoMed.Fhir.Node.Tests.Search.Texts;

public sealed class PostgresTextSearchTests(PostgresTextNode texts) : TextSearchTests(texts), IClassFixture<PostgresTextNode>;
