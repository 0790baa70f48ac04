using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Parsing;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>The compiled arguments of one call.</summary>
internal sealed class Arguments
{
    private readonly CallSyntax _call;
    private readonly Evaluator[] _evaluators;

    public Arguments(CallSyntax call)
    {
        _call = call;
        Types = FunctionCatalog.TakesType(call.Name) ? [.. call.Arguments.Select(Specifier)] : [];
        _evaluators = Types.Length > 0 ? [] : [.. call.Arguments.Select(Compiler.Compile)];
        Cache = FunctionCatalog.Prepare(call);
    }

    public int Count => _call.Arguments.Length;

    /// <summary>For functions that take a type: the type that each argument names.</summary>
    public TypeSpecifier[] Types { get; }

    /// <summary>What the function prepared of constant arguments, such as a compiled pattern.</summary>
    public object? Cache { get; }

    /// <summary>An argument to be applied to each item with <see cref="Scope.Apply"/>.</summary>
    public Evaluator Lambda(int index) => _evaluators[index];

    /// <summary>For <c>sort</c>: whether the key is written with a minus, and the key itself.</summary>
    public (bool IsDescending, Evaluator Key) SortKey(int index)
        => _call.Arguments[index] is PolaritySyntax { IsNegative: true } key ? (true, Compiler.Compile(key.Operand)) : (false, _evaluators[index]);

    /// <summary>The value of an argument; its focus is <c>$this</c> of the expression around the call.</summary>
    public FhirPathCollection Evaluate(int index, Scope scope) => scope.Isolated(_evaluators[index], scope.This);

    public string? String(int index, Scope scope) => Singleton.String(Evaluate(index, scope));

    public int? Integer(int index, Scope scope) => Singleton.Integer(Evaluate(index, scope));

    private static TypeSpecifier Specifier(Syntax syntax) => syntax switch
    {
        MemberSyntax { Target: null } name => new TypeSpecifier(null, name.Name),
        MemberSyntax { Target: MemberSyntax { Target: null } scope } name => new TypeSpecifier(scope.Name, name.Name),
        _ => throw new FhirPathException("The name of a type is expected", syntax.Position),
    };
}
