using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>An invariant with its expression, which is compiled when it is first met.</summary>
/// <param name="invariant">The rule.</param>
/// <param name="mayShorten">Whether it is of the base definitions, whose keys <see cref="InvariantShortcuts"/> knows.</param>
internal sealed class CompiledInvariant(Invariant invariant, bool mayShorten)
{
    private readonly Lazy<FhirPathExpression> _expression = new(() => FhirPathExpression.Parse(invariant.Expression!));
    private readonly Func<JsonElement, bool>? _holdsSurely = mayShorten ? InvariantShortcuts.ByKey.GetValueOrDefault(invariant.Key) : null;

    public Invariant Invariant => invariant;

    public string Severity { get; } = invariant.IsWarning ? IssueSeverity.Warning : IssueSeverity.Error;

    /// <summary>Adds an issue unless the expression yields true; one that cannot be evaluated is a warning.</summary>
    /// <param name="node">The element.</param>
    /// <param name="scope">Shared by all rules of a resource, and with it the bound on their work.</param>
    /// <param name="report">Where the issue goes.</param>
    public void Check(FhirPathValue node, Scope scope, ValidationReport report)
    {
        if (_holdsSurely is not null && node.Element.ValueKind == JsonValueKind.Object && _holdsSurely(node.Element))
        {
            return;
        }

        try
        {
            if (!Holds(node, scope))
            {
                report.Add(Severity, IssueCode.Invariant, $"{invariant.Key}: {invariant.Human} ({invariant.Expression})", node);
            }
        }
        catch (FhirPathException e)
        {
            report.Warning(IssueCode.NotSupported, $"{invariant.Key} could not be evaluated: {e.Message}", node);
        }
    }

    /// <summary>The FHIRPath's own answer; empty is false.</summary>
    /// <exception cref="FhirPathException">It has no meaning for this node, or takes too long.</exception>
    public bool Holds(FhirPathValue node, Scope scope)
    {
        scope.Restart(new FhirPathCollection(node), variables: null);
        return Singleton.Boolean(_expression.Value.Evaluate(scope), isStrict: false) ?? false;
    }
}
