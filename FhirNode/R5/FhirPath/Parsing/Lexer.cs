using System.Globalization;
using System.Text;

namespace GenoMed.Fhir.R5.FhirPath.Parsing;

/// <summary>Cuts the text of an expression into tokens (FHIRPath 2.0, appendix B).</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Symbols = ["<=", ">=", "!=", "!~", .. "+-*/&|<>=~.,()[]{}".Select(symbol => symbol.ToString())];

    private int _at;

    public List<Token> Tokenize()
    {
        var tokens = new List<Token>();
        do
        {
            tokens.Add(Next());
        }
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        SkipSpace();
        if (_at >= text.Length)
        {
            return new Token(TokenKind.End, string.Empty, text.Length);
        }

        var start = _at;
        return text[_at] switch
        {
            '\'' => Quoted('\'', TokenKind.String),
            '`' => Quoted('`', TokenKind.QuotedIdentifier),
            '"' => Quoted('"', TokenKind.QuotedIdentifier),
            '%' => External(),
            '$' => new Token(TokenKind.Special, Word(++_at), start),
            '@' => Temporal(),
            >= '0' and <= '9' => Number(),
            var letter when IsWordStart(letter) => new Token(TokenKind.Identifier, Word(_at), start),
            _ => Symbol(),
        };
    }

    private void SkipSpace()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
            else if (StartsWith("//"))
            {
                var end = text.IndexOfAny(['\r', '\n'], _at);
                _at = end < 0 ? text.Length : end;
            }
            else if (StartsWith("/*"))
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? throw Error("The comment has no end") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private Token Symbol()
    {
        foreach (var symbol in Symbols)
        {
            if (StartsWith(symbol))
            {
                _at += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, _at - symbol.Length);
            }
        }

        throw Error($"Unexpected character '{text[_at]}'");
    }

    private string Word(int start)
    {
        while (_at < text.Length && (IsWordStart(text[_at]) || char.IsAsciiDigit(text[_at])))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Error("A name is expected");
    }

    private Token External()
    {
        var start = _at++;
        var name = _at < text.Length && text[_at] is '`' or '\'' ? Quoted(text[_at], TokenKind.String).Text : Word(_at);
        return new Token(TokenKind.External, name, start);
    }

    private Token Number()
    {
        var start = _at;
        Digits();
        if (_at + 1 < text.Length && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            Digits();
            return new Token(TokenKind.Decimal, text[start.._at], start);
        }

        var isLong = _at < text.Length && text[_at] == 'L';
        var digits = text[start.._at];
        _at += isLong ? 1 : 0;
        return new Token(isLong ? TokenKind.Long : TokenKind.Integer, digits, start);
    }

    private void Digits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
    }

    // A dot belongs to the literal only as decimal point of the seconds: @2015.is(Date) is a call.
    private Token Temporal()
    {
        var start = _at++;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '-' or ':' or 'T' or 'Z' || IsZonePlus(start) || IsFraction(start)))
        {
            _at++;
        }

        return new Token(TokenKind.Temporal, text[(start + 1).._at], start);
    }

    private bool IsZonePlus(int start) => text[_at] == '+' && text.AsSpan(start, _at - start).Contains('T') && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]);

    private bool IsFraction(int start)
        => text[_at] == '.' && text.AsSpan(start, _at - start).Contains(':') && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]);

    private Token Quoted(char quote, TokenKind kind)
    {
        var start = _at++;
        var content = new StringBuilder();
        while (_at < text.Length && text[_at] != quote)
        {
            content.Append(text[_at] == '\\' ? Escape() : text[_at++]);
        }

        if (_at++ >= text.Length)
        {
            throw new FhirPathException("The quoted text has no end", start);
        }

        return kind == TokenKind.QuotedIdentifier && content.Length == 0
            ? throw new FhirPathException("A quoted name is not empty", start)
            : new Token(kind, content.ToString(), start);
    }

    private char Escape()
    {
        _at++;
        var escape = _at < text.Length ? text[_at++] : throw Error("The escape sequence has no end");
        return escape switch
        {
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => Unicode(),
            _ => escape,
        };
    }

    private char Unicode()
    {
        if (_at + 4 > text.Length || !ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Error("Four hexadecimal digits are expected after \\u");
        }

        _at += 4;
        return (char)code;
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private bool StartsWith(string expected) => text.AsSpan(_at).StartsWith(expected, StringComparison.Ordinal);

    private FhirPathException Error(string message) => new(message, _at);
}
