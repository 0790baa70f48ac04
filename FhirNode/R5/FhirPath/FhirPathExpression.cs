using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Parsing;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.FhirPath;

/// <summary>
/// A FHIRPath expression (normative 2.0 with the additions of FHIR R5 and of the 3.0 ballot), parsed once and compiled to
/// delegates. Immutable; evaluate it from any number of threads.
/// </summary>
public sealed class FhirPathExpression
{
    private readonly Evaluator _evaluator;

    private FhirPathExpression(string text, Evaluator evaluator)
    {
        Text = text;
        _evaluator = evaluator;
    }

    public string Text { get; }

    /// <summary>Compiles an expression.</summary>
    /// <exception cref="FhirPathException">The text is no FHIRPath, or calls a function that does not exist.</exception>
    public static FhirPathExpression Parse(string text) => new(text, Compiler.Compile(Parser.Parse(text)));

    /// <summary>Evaluates on a resource.</summary>
    /// <exception cref="FhirPathException">The expression has no meaning for this resource.</exception>
    public FhirPathCollection Evaluate(Resource resource, FhirPathContext? context = null) => Evaluate(FhirPathValue.Of(resource), context);

    /// <summary>Evaluates on one node or value; <c>%resource</c> is the resource that contains it.</summary>
    /// <exception cref="FhirPathException">The expression has no meaning for this focus.</exception>
    public FhirPathCollection Evaluate(FhirPathValue focus, FhirPathContext? context = null) => Evaluate(new FhirPathCollection(focus), context);

    /// <summary>Evaluates on any collection, the empty one included.</summary>
    /// <exception cref="FhirPathException">The expression has no meaning for this focus.</exception>
    public FhirPathCollection Evaluate(FhirPathCollection focus, FhirPathContext? context = null)
        => Evaluate(new Scope(new Evaluation(context ?? FhirPathContext.Default, focus)));

    /// <summary>Evaluates a condition: empty is false, a single Boolean itself, any other single value true.</summary>
    /// <exception cref="FhirPathException">The expression has no meaning for this focus, or yields several values.</exception>
    public bool IsTrue(FhirPathValue focus, FhirPathContext? context = null)
        => Singleton.Boolean(Evaluate(focus, context), (context ?? FhirPathContext.Default).IsStrict) ?? false;

    /// <summary>Evaluates as one of several expressions that share an evaluation; <see cref="Scope.Restart"/> it before.</summary>
    internal FhirPathCollection Evaluate(Scope scope)
    {
        try
        {
            return _evaluator(scope.This, scope);
        }
        catch (InvalidOperationException e)
        {
            // System.Text.Json finds out only here that a string holds half a surrogate pair.
            throw new FhirPathException($"The JSON holds text that is not Unicode: {e.Message}");
        }
    }

    /// <summary>The names of the variables <c>%name</c> that the text mentions.</summary>
    internal IEnumerable<string> VariableNames()
        => new Lexer(Text).Tokenize().Where(token => token.Kind == TokenKind.External).Select(token => token.Text);

    public override string ToString() => Text;
}
