using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations;

/// <summary>Problems that point at a parameter of the request.</summary>
internal static class ParameterProblem
{
    public static string Expression(string parameter) => $"Parameters.parameter.where(name='{parameter}')";

    public static OperationProblem Invalid(string parameter, string diagnostics) => OperationProblem.Invalid(diagnostics, Expression(parameter));

    public static OperationProblem Unprocessable(string parameter, string diagnostics) => OperationProblem.Unprocessable(diagnostics, Expression(parameter));

    public static OperationProblem NotFound(string parameter, string diagnostics) => OperationProblem.NotFound(diagnostics, Expression(parameter));

    /// <summary>What does not know of parameters says what is wrong; here it points at the parameter.</summary>
    public static void Pointing(string parameter, Action check)
    {
        try
        {
            check();
        }
        catch (OperationProblem problem) when (problem.Issues.All(issue => issue.Expression is null))
        {
            throw new OperationProblem(problem.Kind, [.. problem.Issues.Select(issue => issue with { Expression = Expression(parameter) })]);
        }
    }

    public static OperationProblem Required(string parameter, string diagnostics) => OperationProblem.Required(diagnostics, Expression(parameter));
}
