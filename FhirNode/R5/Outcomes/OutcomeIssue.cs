namespace GenoMed.Fhir.R5.Outcomes;

/// <summary>One <c>OperationOutcome.issue</c>.</summary>
/// <param name="Severity">A code of <see cref="IssueSeverity"/>.</param>
/// <param name="Code">A code of <see cref="IssueCode"/> (http://hl7.org/fhir/issue-type).</param>
/// <param name="Diagnostics">What is wrong and how to mend it, for a person.</param>
/// <param name="Expression">FHIRPath of the element at fault, where there is one.</param>
public sealed record OutcomeIssue(string Severity, string Code, string Diagnostics, string? Expression = null);
