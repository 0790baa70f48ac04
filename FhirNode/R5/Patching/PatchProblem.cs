using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>The two ways in which a patch fails: it is none (400), or it does not fit the resource (422; R5 http.html, "patch").</summary>
internal static class PatchProblem
{
    public static OperationProblem Malformed(int index, string text) => OperationProblem.Structure($"Operation {index} of the patch: {text}");

    public static OperationProblem Unfitting(int index, string text, string? expression = null)
        => new(ProblemKind.Unprocessable, [new OutcomeIssue(IssueSeverity.Error, IssueCode.Invalid, $"Operation {index} of the patch: {text}", expression)]);
}
