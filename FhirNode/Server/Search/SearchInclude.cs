namespace GenoMed.Fhir.Node.Search;

/// <summary>One <c>_include</c> or <c>_revinclude</c>.</summary>
/// <param name="IsReverse">Whether what refers to the matches is added, instead of what they refer to.</param>
/// <param name="Iterates">Whether it also applies to what was included.</param>
/// <param name="SourceType">The type that holds the references.</param>
/// <param name="Code">The reference parameter; null for all of them.</param>
/// <param name="TargetType">The type that is referred to; null for any.</param>
public sealed record SearchInclude(bool IsReverse, bool Iterates, string SourceType, string? Code, string? TargetType);
