namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>One step of a search parameter's path.</summary>
internal abstract record PathStep
{
    /// <summary><c>.name</c></summary>
    public sealed record Member(string Name) : PathStep;

    /// <summary><c>.ofType(Name)</c> or <c>as Name</c>: one type of the choice before it.</summary>
    public sealed record OfType(string Name) : PathStep;

    /// <summary><c>.where(resolve() is Name)</c>: judged by what the reference says, without reading the target.</summary>
    public sealed record WhereTarget(string Name) : PathStep;

    /// <summary><c>.where(name = 'literal')</c></summary>
    public sealed record WhereEquals(string Name, string Literal) : PathStep;

    /// <summary><c>.extension('url')</c></summary>
    public sealed record WithExtension(string Url) : PathStep;
}
