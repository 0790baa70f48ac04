namespace GenoMed.Fhir.R5.Outcomes;

/// <summary>
/// An expected failure, of a closed set of kinds. One middleware of the node renders it as an
/// OperationOutcome with the HTTP status of its kind; a client library turns the outcome back into this.
/// </summary>
public sealed class OperationProblem : Exception
{
    public OperationProblem(ProblemKind kind, IReadOnlyList<OutcomeIssue> issues)
        : base(string.Join("; ", issues.Select(issue => issue.Diagnostics)))
    {
        Kind = kind;
        Issues = issues;
    }

    public ProblemKind Kind { get; }

    /// <summary>At least one issue; each says what is wrong, where (FHIRPath expression) and how to mend it.</summary>
    public IReadOnlyList<OutcomeIssue> Issues { get; }

    /// <summary>With 405: the methods that the URL takes, for the Allow header.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>400: the text cannot be read as what it should be (issue code <c>structure</c>).</summary>
    public static OperationProblem Structure(string diagnostics, string? expression = null) => Of(ProblemKind.Invalid, IssueCode.Structure, diagnostics, expression);

    /// <summary>400: readable, but a value is not allowed (issue code <c>invalid</c>).</summary>
    public static OperationProblem Invalid(string diagnostics, string? expression = null) => Of(ProblemKind.Invalid, IssueCode.Invalid, diagnostics, expression);

    /// <summary>400: something that must be there is not (issue code <c>required</c>).</summary>
    public static OperationProblem Required(string diagnostics, string? expression = null) => Of(ProblemKind.Invalid, IssueCode.Required, diagnostics, expression);

    /// <summary>422: well formed, but against a rule of this server or guide (issue code <c>business-rule</c>).</summary>
    public static OperationProblem Unprocessable(string diagnostics, string? expression = null) => Of(ProblemKind.Unprocessable, IssueCode.BusinessRule, diagnostics, expression);

    public static OperationProblem Unauthorized(string diagnostics) => Of(ProblemKind.Unauthorized, IssueCode.Login, diagnostics);

    public static OperationProblem Forbidden(string diagnostics) => Of(ProblemKind.Forbidden, IssueCode.Forbidden, diagnostics);

    public static OperationProblem NotFound(string diagnostics, string? expression = null) => Of(ProblemKind.NotFound, IssueCode.NotFound, diagnostics, expression);

    public static OperationProblem Gone(string diagnostics) => Of(ProblemKind.Gone, IssueCode.Deleted, diagnostics);

    public static OperationProblem NotSupported(string diagnostics, string? expression = null) => Of(ProblemKind.NotSupported, IssueCode.NotSupported, diagnostics, expression);

    /// <summary>405 with the methods that the URL takes (RFC 9110, section 15.5.6).</summary>
    public static OperationProblem MethodNotAllowed(string diagnostics, IEnumerable<string> allow)
        => new(ProblemKind.NotSupported, [new OutcomeIssue(IssueSeverity.Error, IssueCode.NotSupported, diagnostics)]) { Allow = [.. allow] };

    public static OperationProblem Conflict(string diagnostics, string? expression = null) => Of(ProblemKind.Conflict, IssueCode.Conflict, diagnostics, expression);

    public static OperationProblem PreconditionFailed(string diagnostics) => Of(ProblemKind.PreconditionFailed, IssueCode.Conflict, diagnostics);

    /// <summary>413: more than this server takes in one request.</summary>
    public static OperationProblem TooLarge(string diagnostics) => Of(ProblemKind.TooLarge, IssueCode.TooLong, diagnostics);

    /// <summary>429: try again after a while.</summary>
    public static OperationProblem Busy(string diagnostics) => Of(ProblemKind.Busy, IssueCode.Throttled, diagnostics);

    /// <summary>503: the data store cannot be reached or read.</summary>
    public static OperationProblem Unavailable(string diagnostics) => Of(ProblemKind.Unavailable, IssueCode.NoStore, diagnostics);

    /// <summary>507: the disk or the store's quota is full; nothing was written.</summary>
    public static OperationProblem InsufficientStorage(string diagnostics) => Of(ProblemKind.InsufficientStorage, IssueCode.NoStore, diagnostics);

    private static OperationProblem Of(ProblemKind kind, string code, string diagnostics, string? expression = null)
        => new(kind, [new OutcomeIssue(IssueSeverity.Error, code, diagnostics, expression)]);
}
