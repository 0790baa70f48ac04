using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Renders a report as OperationOutcome.</summary>
internal static class EtlOutcome
{
    public static IEnumerable<OutcomeIssue> Issues(EtlReport report)
    {
        var faults = report.Rejected.Select(cell => new OutcomeIssue(IssueSeverity.Error, Code(cell.Rule), cell.ToString()));
        var warnings = report.Warnings.Select(cell => new OutcomeIssue(IssueSeverity.Warning, Code(cell.Rule), cell.ToString()));
        var summary = new OutcomeIssue(IssueSeverity.Information, IssueCode.Informational, $"{report.File}: {report.Rows} rows, {report.GoodRows} good, {report.RejectedCount} faults, {report.WarningCount} warnings.");
        return [.. faults, .. warnings, summary];
    }

    public static Resource Of(EtlReport report) => new OperationOutcome([.. Issues(report)]).ToResource();

    private static string Code(string rule) => rule switch
    {
        EtlRule.EmptyFile or EtlRule.RaggedRow => IssueCode.Structure,
        EtlRule.LineTooLong => IssueCode.TooLong,
        EtlRule.MissingColumn or EtlRule.MissingIdentifier => IssueCode.Required,
        EtlRule.DuplicatePatient or EtlRule.DuplicateColumn => IssueCode.Duplicate,
        EtlRule.UnknownCategory => IssueCode.CodeInvalid,
        EtlRule.UnknownColumn => IssueCode.Informational,
        EtlRule.EventWithoutDuration or EtlRule.DetailWithoutFinding or EtlRule.ImpossibleCombination => IssueCode.Invariant,
        _ => IssueCode.Value,
    };
}
