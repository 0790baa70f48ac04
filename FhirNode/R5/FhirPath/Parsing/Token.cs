namespace GenoMed.Fhir.R5.FhirPath.Parsing;

/// <summary>One token; <paramref name="Text"/> is unescaped, without quotes and without the sigil (<c>%</c>, <c>$</c>, <c>@</c>).</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Identifier && Text == word;

    public bool IsIdentifier => Kind is TokenKind.Identifier or TokenKind.QuotedIdentifier;
}
