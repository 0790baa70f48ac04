namespace GenoMed.Fhir.R5.FhirPath.Parsing;

/// <summary>Binding strength of the operators (FHIRPath 2.0 §6.8), all of them left-associative.</summary>
internal static class Precedence
{
    /// <summary>Binds tighter than every binary operator and looser than a dot: <c>-1.abs()</c> is <c>-(1.abs())</c>.</summary>
    public const int Polarity = 12;

    /// <summary>Zero when the token is no operator.</summary>
    public static (int Precedence, bool IsType) Of(Token token) => token.Kind switch
    {
        TokenKind.Symbol => (OfSymbol(token.Text), false),
        TokenKind.Identifier => (OfWord(token.Text), token.Text is "is" or "as"),
        _ => (0, false),
    };

    private static int OfSymbol(string symbol) => symbol switch
    {
        "*" or "/" => 11,
        "+" or "-" or "&" => 10,
        "|" => 8,
        "<" or ">" or "<=" or ">=" => 7,
        "=" or "~" or "!=" or "!~" => 6,
        _ => 0,
    };

    private static int OfWord(string word) => word switch
    {
        "div" or "mod" => 11,
        "is" or "as" => 9,
        "in" or "contains" => 5,
        "and" => 4,
        "or" or "xor" => 3,
        "implies" => 2,
        _ => 0,
    };
}
