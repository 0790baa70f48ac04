namespace GenoMed.Fhir.R5.Outcomes;

/// <summary>Codes of http://hl7.org/fhir/issue-severity.</summary>
public static class IssueSeverity
{
    public const string Fatal = "fatal";
    public const string Error = "error";
    public const string Warning = "warning";
    public const string Information = "information";
    public const string Success = "success";
}
