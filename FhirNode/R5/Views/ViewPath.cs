using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>A FHIRPath of a view with the place where it stands, so that errors can point at it.</summary>
internal sealed record ViewPath(FhirPathExpression Expression, string Location)
{
    /// <exception cref="OperationProblem">The path has no meaning for this focus.</exception>
    public FhirPathCollection Evaluate(FhirPathCollection focus, VariableBinding variables, Scope scope)
    {
        try
        {
            scope.Restart(focus, variables);
            return Expression.Evaluate(scope);
        }
        catch (FhirPathException e)
        {
            throw OperationProblem.Unprocessable($"'{Expression.Text}' cannot be evaluated: {e.Message}", Location);
        }
    }
}
