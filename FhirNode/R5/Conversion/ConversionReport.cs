using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>Gathers the issues of one conversion.</summary>
internal sealed class ConversionReport
{
    private const int MaxIssues = 100;
    private readonly List<OutcomeIssue> _issues = [];

    public IReadOnlyList<OutcomeIssue> Issues => _issues;

    /// <summary>Something is said in another way than R5's own elements, without loss.</summary>
    public void Note(string path, string text) => Add(IssueSeverity.Information, IssueCode.Informational, path, text);

    /// <summary>Something changed its meaning slightly, or has no place.</summary>
    public void Warn(string path, string text) => Add(IssueSeverity.Warning, IssueCode.NotSupported, path, text);

    private void Add(string severity, string code, string path, string text)
    {
        if (_issues.Count < MaxIssues)
        {
            _issues.Add(new OutcomeIssue(severity, code, text, path));
        }
    }
}
