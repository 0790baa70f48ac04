using GenoMed.Fhir.R5.FhirPath.Parsing;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>
/// What depends on the order of a collection that has none is an error in strict evaluation: FHIRPath 2.0 §5.8 leaves the order of
/// <c>children()</c> and <c>descendants()</c> open. Here it is that of the JSON, so that lenient evaluation takes it.
/// </summary>
internal static class StrictOrder
{
    private static readonly HashSet<string> NeedOrder = new(StringComparer.Ordinal) { "first", "last", "tail", "skip", "take" };

    /// <summary>The target of a call, which refuses where it has no order and the function needs one.</summary>
    public static Evaluator Of(CallSyntax call, Syntax target, Evaluator left) => NeedOrder.Contains(call.Name) ? Of(call.Name + "()", target, left) : left;

    /// <param name="use">What needs an order, for the message.</param>
    /// <param name="target">Whose items are taken by their place.</param>
    /// <param name="left">The target, compiled.</param>
    public static Evaluator Of(string use, Syntax target, Evaluator left)
        => Unordered(target) is { } source
            ? (focus, scope) => scope.IsStrict ? throw new FhirPathException($"{source.Name}() has no order, on which {use} depends.", target.Position) : left(focus, scope)
            : left;

    // A filter keeps what order there is.
    private static CallSyntax? Unordered(Syntax? syntax) => syntax switch
    {
        CallSyntax { Name: "children" or "descendants" } source => source,
        CallSyntax { Name: "where" or "ofType" } filter => Unordered(filter.Target),
        _ => null,
    };
}
