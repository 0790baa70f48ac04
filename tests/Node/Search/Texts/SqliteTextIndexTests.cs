namespace GenoMed.Fhir.Node.Tests.Search.Texts;

public sealed class SqliteTextIndexTests : TextIndexTests<TextNode>;
