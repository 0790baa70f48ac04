using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.FhirPath.Parsing;

/// <summary>The syntax tree; <see cref="Depth"/> bounds the recursion of whoever walks it.</summary>
internal abstract record Syntax(int Position, int Depth);

/// <summary>A constant, or <c>{}</c> when there is no value.</summary>
internal sealed record LiteralSyntax(FhirPathCollection Value, int Position) : Syntax(Position, 1);

/// <summary><c>name</c> or <c>target.name</c>.</summary>
internal sealed record MemberSyntax(Syntax? Target, string Name, int Position) : Syntax(Position, 1 + (Target?.Depth ?? 0));

/// <summary><c>function(arguments)</c> or <c>target.function(arguments)</c>.</summary>
internal sealed record CallSyntax(Syntax? Target, string Name, Syntax[] Arguments, int Position)
    : Syntax(Position, 1 + Math.Max(Target?.Depth ?? 0, Arguments.Length == 0 ? 0 : Arguments.Max(argument => argument.Depth)));

/// <summary><c>target[index]</c>.</summary>
internal sealed record IndexSyntax(Syntax Target, Syntax Index, int Position) : Syntax(Position, 1 + Math.Max(Target.Depth, Index.Depth));

/// <summary><c>+operand</c> or <c>-operand</c>.</summary>
internal sealed record PolaritySyntax(bool IsNegative, Syntax Operand, int Position) : Syntax(Position, 1 + Operand.Depth);

internal sealed record BinarySyntax(string Operator, Syntax Left, Syntax Right, int Position) : Syntax(Position, 1 + Math.Max(Left.Depth, Right.Depth));

/// <summary><c>operand is Type</c> or <c>operand as Type</c>.</summary>
internal sealed record TypeSyntax(string Operator, Syntax Operand, TypeSpecifier Type, int Position) : Syntax(Position, 1 + Operand.Depth);

/// <summary><c>%name</c>.</summary>
internal sealed record ExternalSyntax(string Name, int Position) : Syntax(Position, 1);

/// <summary><c>$this</c>, <c>$index</c> or <c>$total</c>.</summary>
internal sealed record SpecialSyntax(string Name, int Position) : Syntax(Position, 1);
