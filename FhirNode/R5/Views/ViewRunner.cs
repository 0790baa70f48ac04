using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Views;

/// <summary>Turns resources into rows of a view. Immutable; run it from any number of threads.</summary>
public sealed class ViewRunner
{
    internal const string RowIndex = "rowIndex";

    private readonly SelectStep[] _steps;

    public ViewRunner(ViewDefinition view)
    {
        View = view;
        var offset = 0;
        _steps = [.. view.Selects.Select(select => new SelectStep(select, ref offset))];
    }

    public ViewDefinition View { get; }

    /// <summary>The rows of one resource; none when it is of another type or a condition does not hold.</summary>
    /// <exception cref="OperationProblem">A path has no meaning for this resource, or yields several values for a single column.</exception>
    public IEnumerable<ViewRow> Run(Resource resource)
    {
        try
        {
            return Run(FhirPathValue.Of(resource));
        }
        catch (FhirPathException e)
        {
            // A valid resource may still hold what the engine cannot: the number 1e999.
            throw OperationProblem.Unprocessable($"{resource.ResourceType}/{resource.Id} cannot be read by this view: {e.Message}");
        }
    }

    /// <summary>The rows of many resources, made as they are read.</summary>
    /// <exception cref="OperationProblem">See <see cref="Run(Resource)"/>.</exception>
    public IEnumerable<ViewRow> Run(IEnumerable<Resource> resources) => resources.SelectMany(Run);

    private IEnumerable<ViewRow> Run(FhirPathValue resource)
    {
        if (resource.Type != View.Resource)
        {
            return [];
        }

        var scope = new Scope(new Evaluation(View.Context, resource));
        if (!IsIncluded(resource, scope))
        {
            return [];
        }

        var rows = new RowSet(View.Columns.Count);
        foreach (var step in _steps)
        {
            step.Apply(resource, RowIndexes.Bind(0), rows, scope);
        }

        return rows;
    }

    private bool IsIncluded(FhirPathValue resource, Scope scope)
    {
        foreach (var condition in View.Where)
        {
            var holds = condition.Evaluate(resource, RowIndexes.Bind(0), scope);
            if (holds.Count > 1 || (holds.Count == 1 && holds[0].Value is not bool))
            {
                throw OperationProblem.Unprocessable($"The condition '{condition.Expression.Text}' does not yield a boolean.", condition.Location);
            }

            if (holds.IsEmpty || holds[0].Value is false)
            {
                return false;
            }
        }

        return true;
    }
}
