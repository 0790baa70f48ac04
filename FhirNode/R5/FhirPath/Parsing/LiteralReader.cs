using System.Globalization;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Parsing;

/// <summary>From tokens to constants.</summary>
internal static class LiteralReader
{
    /// <summary>The constant that a token (with the unit that may follow it) stands for; null when it is none.</summary>
    public static FhirPathValue? Read(Token token, Token next) => token.Kind switch
    {
        TokenKind.Integer or TokenKind.Decimal when IsQuantity(token, next) => FhirPathValue.Of(new FhirPathQuantity(Decimal(token), next.Text)),
        TokenKind.Integer => Integer(token),
        TokenKind.Long => FhirPathValue.Of(long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var big) ? big : throw Range(token)),
        TokenKind.Decimal => FhirPathValue.Of(Decimal(token)),
        TokenKind.String => FhirPathValue.Of(token.Text),
        TokenKind.Temporal => Temporal(token),
        TokenKind.Identifier when token.Text is "true" or "false" => FhirPathValue.Of(token.Text == "true"),
        _ => null,
    };

    /// <summary>A number followed by a quoted unit or by a calendar keyword.</summary>
    public static bool IsQuantity(Token token, Token next)
        => token.Kind is TokenKind.Integer or TokenKind.Decimal
            && (next.Kind == TokenKind.String || (next.Kind == TokenKind.Identifier && CalendarUnit.OfKeyword(next.Text) is not null));

    private static FhirPathValue Integer(Token token)
        => int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? FhirPathValue.Of(number) : throw Range(token);

    private static decimal Decimal(Token token)
        => decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Range(token);

    private static FhirPathValue Temporal(Token token)
    {
        var isTime = token.Text.StartsWith('T');
        var kind = isTime ? TemporalKind.Time : token.Text.Contains('T') ? TemporalKind.DateTime : TemporalKind.Date;
        return PartialDateTime.TryParse(kind, token.Text.AsSpan(isTime ? 1 : 0), out var value)
            ? FhirPathValue.Of(value)
            : throw new FhirPathException($"@{token.Text} is not a date, a date with time, or a time", token.Position);
    }

    private static FhirPathException Range(Token token) => new($"The number {token.Text} is too large", token.Position);
}
