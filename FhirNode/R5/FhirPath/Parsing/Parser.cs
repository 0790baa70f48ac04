using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.FhirPath.Parsing;

/// <summary>
/// Precedence climbing over the grammar of FHIRPath 2.0 (appendix A). Nesting is bounded, so that no text can exhaust
/// the stack of the parser or of the evaluator.
/// </summary>
internal sealed class Parser
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Deepest nesting of the text and of the tree (a chain of operators or invocations is a deep tree as well).</summary>
    public const int MaxDepth = 400;

    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private Parser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_at];

    public static Syntax Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FhirPathException($"An expression has at most {MaxLength} characters; this one has {text.Length}.");
        }

        var parser = new Parser(new Lexer(text).Tokenize());
        var syntax = parser.Expression(0);
        return parser.Current.Kind == TokenKind.End ? syntax : throw parser.Unexpected("an operator or the end");
    }

    private Syntax Expression(int minimum)
    {
        Enter();
        var left = Prefix();
        while (Precedence.Of(Current) is var (precedence, isType) && precedence > minimum)
        {
            left = Bounded(isType ? TypeOperator(left) : Binary(left, precedence));
        }

        _depth--;
        return left;
    }

    private Syntax Binary(Syntax left, int precedence)
    {
        var symbol = Take();
        return new BinarySyntax(symbol.Text, left, Expression(precedence), symbol.Position);
    }

    private Syntax TypeOperator(Syntax left)
    {
        var symbol = Take();
        return new TypeSyntax(symbol.Text, left, Specifier(), symbol.Position);
    }

    private Syntax Prefix()
    {
        if (!Current.IsSymbol("+") && !Current.IsSymbol("-"))
        {
            return Postfix(Term());
        }

        var sign = Take();
        return Bounded(new PolaritySyntax(sign.Text == "-", Expression(Precedence.Polarity), sign.Position));
    }

    private Syntax Postfix(Syntax target)
    {
        while (true)
        {
            if (Current.IsSymbol("."))
            {
                Take();
                target = Bounded(Invocation(target));
            }
            else if (Current.IsSymbol("["))
            {
                var position = Take().Position;
                target = Bounded(new IndexSyntax(target, Expression(0), position));
                Expect("]");
            }
            else
            {
                return target;
            }
        }
    }

    private Syntax Term()
    {
        var token = Current;
        return token.Kind switch
        {
            TokenKind.Symbol when token.Text == "(" => Parenthesized(),
            TokenKind.Symbol when token.Text == "{" => EmptySet(),
            TokenKind.External => new ExternalSyntax(Take().Text, token.Position),
            _ when token.IsIdentifier && !token.IsWord("true") && !token.IsWord("false") || token.Kind == TokenKind.Special => Invocation(null),
            _ => Literal(),
        };
    }

    private Syntax Parenthesized()
    {
        Take();
        var inner = Expression(0);
        Expect(")");
        return inner;
    }

    private LiteralSyntax EmptySet()
    {
        var position = Take().Position;
        Expect("}");
        return new LiteralSyntax(FhirPathCollection.Empty, position);
    }

    private LiteralSyntax Literal()
    {
        var token = Take();
        var value = LiteralReader.Read(token, Current) ?? throw new FhirPathException(
            token.Kind == TokenKind.End ? "The expression ends too early" : $"'{token.Text}' cannot start an operand", token.Position);
        if (LiteralReader.IsQuantity(token, Current))
        {
            Take();
        }

        return new LiteralSyntax(value, token.Position);
    }

    private Syntax Invocation(Syntax? target)
    {
        var token = Take();
        if (token.Kind == TokenKind.Special)
        {
            return Special(target, token);
        }

        if (!token.IsIdentifier)
        {
            throw new FhirPathException($"A name is expected, not '{token.Text}'", token.Position);
        }

        return Current.IsSymbol("(") ? new CallSyntax(target, token.Text, Arguments(token.Text == "sort"), token.Position) : new MemberSyntax(target, token.Text, token.Position);
    }

    private static SpecialSyntax Special(Syntax? target, Token token)
        => target is null && token.Text is "this" or "index" or "total"
            ? new SpecialSyntax(token.Text, token.Position)
            : throw new FhirPathException($"${token.Text} cannot stand here", token.Position);

    private Syntax[] Arguments(bool isSort)
    {
        Take();
        var arguments = new List<Syntax>();
        while (!Current.IsSymbol(")"))
        {
            arguments.Add(isSort ? SortKey() : Expression(0));
            if (!Current.IsSymbol(")"))
            {
                Expect(",");
            }
        }

        Take();
        return [.. arguments];
    }

    // A key "x desc" is the key "-x".
    private Syntax SortKey()
    {
        var key = Expression(0);
        return Current.IsWord("desc") ? Bounded(new PolaritySyntax(true, key, Take().Position))
            : Current.IsWord("asc") && Take().Kind == TokenKind.Identifier ? key
            : key;
    }

    private TypeSpecifier Specifier()
    {
        var first = Name();
        if (!Current.IsSymbol(".") || !_tokens[_at + 1].IsIdentifier || first is not ("FHIR" or "System"))
        {
            return new TypeSpecifier(null, first);
        }

        Take();
        return new TypeSpecifier(first, Name());
    }

    private string Name() => Current.IsIdentifier ? Take().Text : throw Unexpected("a type");

    private Token Take() => Current.Kind == TokenKind.End ? Current : _tokens[_at++];

    private void Expect(string symbol)
    {
        if (!Current.IsSymbol(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }

        Take();
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new FhirPathException($"The expression is nested more than {MaxDepth} deep", Current.Position);
        }
    }

    private static Syntax Bounded(Syntax syntax) => syntax.Depth <= MaxDepth
        ? syntax
        : throw new FhirPathException($"The expression has more than {MaxDepth} steps in a row", syntax.Position);

    private FhirPathException Unexpected(string expected)
        => new(Current.Kind == TokenKind.End ? $"The expression ends where {expected} is expected" : $"Found '{Current.Text}' where {expected} is expected", Current.Position);
}
