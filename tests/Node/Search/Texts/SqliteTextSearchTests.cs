namespace GenoMed.Fhir.Node.Tests.Search.Texts;

public sealed class SqliteTextSearchTests(TextNode texts) : TextSearchTests(texts), IClassFixture<TextNode>;
