using GenoMed.Fhir.R5.FhirPath;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary><c>slicing.discriminator</c>: where to look and what to compare (R5 profiling.html#discriminator).</summary>
/// <param name="Type">value, pattern, exists, type, profile or position.</param>
/// <param name="Path">The restricted FHIRPath: names, <c>$this</c>, <c>extension('url')</c>, <c>resolve()</c>, <c>ofType(Type)</c>.</param>
internal sealed record Discriminator(string Type, string Path)
{
    private readonly Lazy<FhirPathExpression> _expression = new(() => FhirPathExpression.Parse(Path));

    /// <exception cref="FhirPathException">The path is no FHIRPath.</exception>
    public FhirPathExpression Expression => _expression.Value;

    /// <summary>The steps of the path; a dot within an argument separates none.</summary>
    public IReadOnlyList<string> Steps { get; } = Path == "$this" ? [] : Split(Path);

    private static List<string> Split(string path)
    {
        var (steps, start, isQuoted) = (new List<string>(), 0, false);
        for (var i = 0; i < path.Length; i++)
        {
            isQuoted ^= path[i] == '\'';
            if (path[i] == '.' && !isQuoted)
            {
                steps.Add(path[start..i]);
                start = i + 1;
            }
        }

        steps.Add(path[start..]);
        return steps;
    }
}
