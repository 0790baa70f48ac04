using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Tests.Resources;

namespace GenoMed.Fhir.R5.Tests.Outcomes;

public sealed class OperationOutcomeTests
{
    [Fact]
    public void GivenIssues_WhenWrittenAndRead_ThenTheSame()
    {
        OutcomeIssue[] issues = [new(IssueSeverity.Error, IssueCode.Value, "no \"date\"", "Patient.birthDate"), new(IssueSeverity.Warning, IssueCode.Informational, "é")];

        Assert.Equal(issues, OperationOutcome.Read(new OperationOutcome(issues).ToResource()).Issues);
    }

    [Fact]
    public void GivenAnotherServersDetails_WhenRead_ThenTheirTextIsTheDiagnosis()
    {
        var outcome = OperationOutcome.Read(Sample.Of("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"conflict","details":{"text":"busy"}}]}"""));

        var problem = outcome.ToProblem(ProblemKind.Conflict);
        Assert.Equal((ProblemKind.Conflict, "busy"), (problem.Kind, problem.Message));
    }
}
