using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>The issues of one validation, in the order found; further ones than <see cref="ResourceValidator.MaxIssues"/> are left out.</summary>
internal sealed class ValidationReport
{
    private readonly List<OutcomeIssue> _issues = [];

    public IReadOnlyList<OutcomeIssue> Issues => _issues;

    /// <summary>Whether something was found that is more than a warning.</summary>
    public bool HasErrors { get; private set; }

    public void Error(string code, string diagnostics, FhirPathValue at) => Add(IssueSeverity.Error, code, diagnostics, at);

    public void Warning(string code, string diagnostics, FhirPathValue at) => Add(IssueSeverity.Warning, code, diagnostics, at);

    public void Add(string severity, string code, string diagnostics, FhirPathValue at)
    {
        HasErrors |= severity == IssueSeverity.Error;
        if (_issues.Count == ResourceValidator.MaxIssues)
        {
            return;
        }

        // An extension's definition is met twice where a profile names it as well.
        var issue = new OutcomeIssue(severity, code, diagnostics, NodePath.Of(at));
        if (!_issues.Contains(issue))
        {
            _issues.Add(issue);
        }
    }
}
