using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>Says in which entry of a Bundle a problem lies.</summary>
internal static class EntryProblem
{
    /// <summary>The same problem with <c>Bundle.entry[index]</c> in front of each expression.</summary>
    public static OperationProblem At(int index, OperationProblem problem)
        => new(problem.Kind, [.. problem.Issues.Select(issue => issue with { Expression = Place(index, issue.Expression), Diagnostics = $"Entry {index}: {issue.Diagnostics}" })]);

    // Patient.birthDate of entry 3 is Bundle.entry[3].resource.birthDate.
    private static string Place(int index, string? expression)
    {
        var entry = $"Bundle.entry[{index}]";
        if (expression is null)
        {
            return entry;
        }

        var dot = expression.IndexOf('.', StringComparison.Ordinal);
        return expression.StartsWith("Bundle.entry", StringComparison.Ordinal) ? expression
            : dot < 0 ? $"{entry}.resource" : $"{entry}.resource{expression[dot..]}";
    }
}
