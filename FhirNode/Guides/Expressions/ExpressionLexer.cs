using System.Globalization;

namespace GenoMed.Fhir.Guides.Expressions;

/// <summary>Cuts an expression into tokens: numbers, names, quoted categories and operators.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ","];

    public static List<ExpressionToken> Read(string text)
    {
        var tokens = new List<ExpressionToken>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at);
            tokens.Add(token);
            at = token.End;
        }

        tokens.Add(new ExpressionToken(TokenKind.End, "", 0, text.Length, text.Length));
        return tokens;
    }

    private static ExpressionToken Next(string text, int at)
        => char.IsAsciiDigit(text[at]) ? Number(text, at)
        : char.IsLetter(text[at]) || text[at] == '_' ? Name(text, at)
        : text[at] == '\'' ? Quoted(text, at)
        : Operator(text, at);

    private static ExpressionToken Number(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        return double.TryParse(text.AsSpan(at, end - at), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new ExpressionToken(TokenKind.Number, text[at..end], value, at, end)
            : throw new ExpressionException($"'{text[at..end]}' at {at} of '{text}' is not a number.");
    }

    private static ExpressionToken Name(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return new ExpressionToken(TokenKind.Name, text[at..end], 0, at, end);
    }

    private static ExpressionToken Quoted(string text, int at)
    {
        var end = text.IndexOf('\'', at + 1);
        return end > 0
            ? new ExpressionToken(TokenKind.Category, text[(at + 1)..end], 0, at, end + 1)
            : throw new ExpressionException($"The quote at {at} of '{text}' is not closed.");
    }

    private static ExpressionToken Operator(string text, int at)
    {
        var found = Array.Find(Operators, op => string.CompareOrdinal(text, at, op, 0, op.Length) == 0);
        return found is not null
            ? new ExpressionToken(TokenKind.Operator, found, 0, at, at + found.Length)
            : throw new ExpressionException($"'{text[at]}' at {at} of '{text}' is not understood.");
    }
}
