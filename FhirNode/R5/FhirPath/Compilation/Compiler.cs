using GenoMed.Fhir.R5.FhirPath.Functions;
using GenoMed.Fhir.R5.FhirPath.Operators;
using GenoMed.Fhir.R5.FhirPath.Parsing;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>From the syntax tree to nested delegates.</summary>
internal static class Compiler
{
    public static Evaluator Compile(Syntax syntax) => syntax switch
    {
        LiteralSyntax literal => Constant(literal.Value),
        MemberSyntax member => Member(member),
        CallSyntax call => Call(call),
        IndexSyntax index => Index(index),
        PolaritySyntax polarity => Polarity(polarity),
        BinarySyntax binary => Binary(binary),
        TypeSyntax type => TypeOperator(type),
        ExternalSyntax external => Variables.Compile(external.Name),
        SpecialSyntax special => Special(special.Name),
        _ => throw new FhirPathException($"No meaning is known for {syntax.GetType().Name}.", syntax.Position),
    };

    private static Evaluator Constant(FhirPathCollection value) => (_, _) => value;

    private static Evaluator Member(MemberSyntax member)
    {
        var access = new MemberAccess(member.Name);
        if (member.Target is not { } target)
        {
            return char.IsAsciiLetterUpper(member.Name[0]) ? new RootType(member.Name, access).Evaluate : access.Evaluate;
        }

        var left = Compile(target);
        return (focus, scope) => access.Evaluate(left(focus, scope), scope);
    }

    private static Evaluator Call(CallSyntax call)
    {
        var function = FunctionCatalog.Find(call);
        var arguments = new Arguments(call);
        if (call.Target is not { } target)
        {
            return (focus, scope) => function(focus, arguments, scope);
        }

        if (call.Name == "ofType" && target is MemberSyntax { Target: var owner } choice && char.IsAsciiLetterLower(choice.Name[0]))
        {
            return ChoiceOfType(owner, new MemberAccess(choice.Name, arguments.Types[0]), arguments.Types[0]);
        }

        var left = StrictOrder.Of(call, target, Compile(target));
        return (focus, scope) => function(left(focus, scope), arguments, scope);
    }

    // value.ofType(Quantity): the type says which JSON property to read, so that the others need not be looked at.
    private static Evaluator ChoiceOfType(Syntax? owner, MemberAccess access, TypeSpecifier type)
    {
        var left = owner is null ? null : Compile(owner);
        return (focus, scope) => TypeOperators.OfType(access.Evaluate(left is null ? focus : left(focus, scope), scope), type);
    }

    private static Evaluator Index(IndexSyntax syntax)
    {
        var target = StrictOrder.Of("an index", syntax.Target, Compile(syntax.Target));
        var index = Compile(syntax.Index);
        return (focus, scope) =>
        {
            var items = target(focus, scope);
            return Singleton.Integer(scope.Isolated(index, scope.This)) is { } at and >= 0 ? items.Slice(at, 1) : FhirPathCollection.Empty;
        };
    }

    private static Evaluator Polarity(PolaritySyntax syntax)
    {
        var operand = Compile(syntax.Operand);
        return syntax.IsNegative
            ? (focus, scope) => Arithmetic.Negate(scope.Isolated(operand, focus))
            : (focus, scope) => Arithmetic.Affirm(scope.Isolated(operand, focus));
    }

    private static Evaluator Binary(BinarySyntax syntax)
    {
        var left = Compile(syntax.Left);
        var right = Compile(syntax.Right);
        return syntax.Operator is "and" or "or" or "xor" or "implies"
            ? Logic.Compile(syntax.Operator, left, right)
            : BinaryOperators.Compile(syntax.Operator, left, right);
    }

    private static Evaluator TypeOperator(TypeSyntax syntax)
    {
        var operand = Compile(syntax.Operand);
        return syntax.Operator == "is"
            ? (focus, scope) => TypeOperators.Is(scope.Isolated(operand, focus), syntax.Type)
            : (focus, scope) => TypeOperators.As(scope.Isolated(operand, focus), syntax.Type, scope);
    }

    private static Evaluator Special(string name) => name switch
    {
        "this" => (_, scope) => scope.This,
        "index" => (_, scope) => scope.Index is { } index ? FhirPathValue.Of(index) : FhirPathCollection.Empty,
        _ => (_, scope) => scope.Total,
    };
}
