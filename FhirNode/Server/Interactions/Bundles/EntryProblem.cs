using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>Says in which entry of a Bundle a problem lies.</summary>
internal static class EntryProblem
{
    /// <summary>The same problem with <c>Bundle.entry[index]</c> in front of each expression.</summary>
    public static OperationProblem At(int index, OperationProblem problem)
        => new(problem.Kind, [.. problem.Issues.Select(issue => issue with { Expression = Place(index, issue.Expression), Diagnostics = Say($"Entry {index}: ", issue.Diagnostics) })]);

    // A problem may be placed where it arises and again where the entry ends.
    private static string Say(string entry, string diagnostics)
        => diagnostics.StartsWith(entry, StringComparison.Ordinal) ? diagnostics : entry + diagnostics;

    // Patient.birthDate of entry 3 is Bundle.entry[3].resource.birthDate; Entry.request is the entry's own.
    private static string Place(int index, string? expression)
    {
        var entry = $"Bundle.entry[{index}]";
        if (expression is null)
        {
            return entry;
        }

        var dot = expression.IndexOf('.', StringComparison.Ordinal);
        return expression.StartsWith("Bundle.entry", StringComparison.Ordinal) ? expression
            : expression.StartsWith("Entry.", StringComparison.Ordinal) ? $"{entry}{expression[dot..]}"
            : dot < 0 ? $"{entry}.resource" : $"{entry}.resource{expression[dot..]}";
    }
}
