namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>One name of a path; all but the last follow a reference.</summary>
/// <param name="Name">A search parameter's code, with <c>:Type</c> where one was given.</param>
/// <param name="Source">The type that refers, of <c>_has:Source:Name</c>; null where the path goes forward.</param>
/// <param name="Filter">What must hold where the reference leads, of <c>Name[filter]</c>.</param>
internal sealed record FilterStep(string Name, string? Source, FilterExpression? Filter)
{
    /// <summary>The step as it stands in a chain of ordinary parameters.</summary>
    public override string ToString() => Source is null ? Name : $"_has:{Source}:{Name}";
}
