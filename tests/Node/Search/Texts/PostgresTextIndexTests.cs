namespace GenoMed.Fhir.Node.Tests.Search.Texts;

public sealed class PostgresTextIndexTests : TextIndexTests<PostgresTextNode>;
