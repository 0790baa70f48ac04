namespace GenoMed.Fhir.Guides.Expressions;

using Node = Func<double[], double>;

/// <summary>
/// Recursive descent: or &lt; and &lt; not &lt; comparison &lt; sum &lt; product &lt; sign &lt; atom.
/// Depth and length are bounded, so that a hostile guide or client cannot overflow the stack: a chain (<c>1-1-1...</c>) is as deep
/// when it is evaluated as it is long.
/// </summary>
internal sealed class ExpressionParser(string text, ISymbols symbols)
{
    private const int MaxDepth = 100;

    /// <summary>The word for a value that is missing.</summary>
    private const string Unknown = "unknown";
    private readonly List<ExpressionToken> _tokens = ExpressionLexer.Read(Bounded(text));
    private int _at;
    private int _depth;

    private ExpressionToken Current => _tokens[_at];

    public Node Parse()
    {
        var root = Or();
        return Current.Kind == TokenKind.End ? root : throw Unexpected("an operator or the end");
    }

    private static string Bounded(string text) => text.Length <= Expression.MaxLength
        ? text
        : throw new ExpressionException($"An expression has at most {Expression.MaxLength} characters; '{text[..40]}...' has {text.Length}.");

    private Node Or()
    {
        if (++_depth > MaxDepth)
        {
            throw new ExpressionException($"'{text[..40]}...' is nested deeper than {MaxDepth}.");
        }

        var left = And();
        while (Take("or"))
        {
            left = Logic.Or(left, And());
        }

        _depth--;
        return left;
    }

    private Node And()
    {
        var left = Not();
        while (Take("and"))
        {
            left = Logic.And(left, Not());
        }

        return left;
    }

    private Node Not()
    {
        var negate = false;
        while (Take("not"))
        {
            negate = !negate;
        }

        var inner = Comparison();
        return negate ? Logic.Not(inner) : inner;
    }

    private Node Comparison()
    {
        var variable = Current;
        var left = Sum();
        foreach (var op in Logic.Comparisons)
        {
            if (Take(op))
            {
                return Logic.Compare(op, left, Current.Kind == TokenKind.Category ? Category(variable) : Sum());
            }
        }

        return left;
    }

    private Node Category(ExpressionToken variable)
    {
        var code = _tokens[_at++].Text;
        var value = symbols.Category(variable.Text, code)
            ?? throw new ExpressionException($"'{variable.Text}' has no category '{code}' (in '{text}').");
        return _ => value;
    }

    private Node Sum()
    {
        var left = Product();
        while (true)
        {
            if (Take("+"))
            {
                left = Arithmetic.Add(left, Product());
            }
            else if (Take("-"))
            {
                left = Arithmetic.Subtract(left, Product());
            }
            else
            {
                return left;
            }
        }
    }

    private Node Product()
    {
        var left = Sign();
        while (true)
        {
            if (Take("*"))
            {
                left = Arithmetic.Multiply(left, Sign());
            }
            else if (Take("/"))
            {
                left = Arithmetic.Divide(left, Sign());
            }
            else
            {
                return left;
            }
        }
    }

    private Node Sign()
    {
        var negative = false;
        while (Take("-"))
        {
            negative = !negative;
        }

        var atom = Atom();
        return negative ? row => -atom(row) : atom;
    }

    private Node Atom()
    {
        var token = _tokens[_at];
        if (Take("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        _at++;
        return token.Kind switch
        {
            TokenKind.Number => _ => token.Number,
            TokenKind.Name when Take("(") => Call(token),
            TokenKind.Name => Variable(token),
            _ => throw Unexpected("a number, a feature or '('", token),
        };
    }

    private Node Variable(ExpressionToken token)
    {
        if (token.Text == Unknown)
        {
            return _ => double.NaN;
        }

        var slot = symbols.Slot(token.Text)
            ?? throw new ExpressionException($"'{token.Text}' at {token.Start} of '{text}' is not a known feature.");
        return row => row[slot];
    }

    private Node Call(ExpressionToken name)
    {
        var arguments = new List<Node> { Or() };
        while (Take(","))
        {
            arguments.Add(Or());
        }

        Expect(")");
        return Functions.Find(name.Text, [.. arguments])
            ?? throw new ExpressionException($"'{name.Text}' with {arguments.Count} arguments at {name.Start} of '{text}' is not a function; there are: {Functions.Names}.");
    }

    private bool Take(string word)
    {
        if (Current.Kind is TokenKind.Operator or TokenKind.Name && Current.Text == word)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void Expect(string word)
    {
        if (!Take(word))
        {
            throw Unexpected($"'{word}'");
        }
    }

    private ExpressionException Unexpected(string wanted, ExpressionToken? token = null)
    {
        var found = token ?? Current;
        return new ExpressionException($"Expected {wanted} at {found.Start} of '{text}', found '{found.Text}'.");
    }
}
