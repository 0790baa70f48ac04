using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Publication;
using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Validation;

/// <summary>Checks what a client writes, by the node's policy: R5, the profiles that it claims, the extensions that are defined here.</summary>
internal sealed partial class WriteValidation(ConformanceService conformance, IOptions<NodeOptions> options, ILogger<WriteValidation> logger)
{
    private readonly ValidationPolicy _policy = options.Value.Validation;
    private readonly bool _isPublication = options.Value.Publication is not null;

    /// <exception cref="OperationProblem">Unprocessable (422) under <see cref="ValidationPolicy.Enforce"/> when there is an error.</exception>
    /// <returns>The issues with which it may be stored all the same.</returns>
    public IReadOnlyList<OutcomeIssue> Check(Resource? resource)
    {
        var issues = Judge(resource);
        foreach (var issue in issues.Where(issue => issue.Severity != IssueSeverity.Information))
        {
            LogIssue(logger, resource!.ResourceType, issue.Expression, issue.Code);
        }

        return issues;
    }

    /// <summary>The same for who tells the issues himself: nothing goes to the log.</summary>
    /// <exception cref="OperationProblem">As <see cref="Check"/>.</exception>
    public IReadOnlyList<OutcomeIssue> Judge(Resource? resource)
    {
        if (resource is not null)
        {
            conformance.Announce(resource);
            if (!_isPublication)
            {
                SyntheticSet.RefuseActive(resource);
            }
        }

        if (_policy == ValidationPolicy.Off || resource is null)
        {
            return [];
        }

        var issues = conformance.Latest.Validator.Validate(resource);
        if (_policy == ValidationPolicy.Enforce && issues.Any(issue => issue.Severity is IssueSeverity.Error or IssueSeverity.Fatal))
        {
            throw new OperationProblem(ProblemKind.Unprocessable, issues);
        }

        return issues;
    }

    // No diagnostics in the log: they may quote a patient's value.
    [LoggerMessage(20, LogLevel.Warning, "A {ResourceType} was stored although {Expression} has the issue {Code}")]
    private static partial void LogIssue(ILogger logger, string resourceType, string? expression, string code);
}
