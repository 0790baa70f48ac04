using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>What is wrong with a filter, and at which of its characters.</summary>
internal static class FilterProblem
{
    /// <param name="position">Counted from 0; said counted from 1.</param>
    /// <param name="text">What is wrong, as a sentence.</param>
    public static OperationProblem At(int position, string text) => OperationProblem.Invalid(Located(position, text));

    /// <summary>The same problem, with the place of the test that it is about.</summary>
    public static OperationProblem At(int position, OperationProblem problem)
        => new(problem.Kind, [.. problem.Issues.Select(issue => issue with { Diagnostics = Located(position, issue.Diagnostics) })]);

    private static string Located(int position, string? text) => string.Create(CultureInfo.InvariantCulture, $"Character {position + 1} of the filter: {text}");
}
