namespace GenoMed.Fhir.Guides.Expressions;

internal enum TokenKind
{
    Number,
    Name,
    Category,
    Operator,
    End,
}

internal sealed record ExpressionToken(TokenKind Kind, string Text, double Number, int Start, int End);
