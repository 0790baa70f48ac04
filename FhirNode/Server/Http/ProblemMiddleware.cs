using GenoMed.Fhir.R5.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Http;

/// <summary>The one place where a failure becomes an OperationOutcome.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, NodeAddress address, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationProblem problem)
        {
            await AnswerAsync(http, (int)problem.Kind, problem.Issues, problem.Allow);
        }
        catch (BadHttpRequestException e)
        {
            var code = e.StatusCode == 413 ? IssueCode.TooLong : IssueCode.Structure;
            await AnswerAsync(http, e.StatusCode, [new OutcomeIssue(IssueSeverity.Error, code, e.Message)]);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer; 499 is what proxies write in their logs for this.
            http.Response.StatusCode = 499;
        }
        catch (Exception e)
        {
            await UnexpectedAsync(http, e);
        }
    }

    // The details stay in the log: an exception's text may hold a patient's data.
    private async Task UnexpectedAsync(HttpContext http, Exception fault)
    {
        var reference = Guid.NewGuid().ToString("N");
        LogUnexpected(logger, fault, reference, http.Request.Method, http.Request.Path);
        await AnswerAsync(http, 500, [new OutcomeIssue(IssueSeverity.Fatal, IssueCode.Exception, $"The server failed; its log has the details under {reference}.")]);
    }

    private async Task AnswerAsync(HttpContext http, int status, IReadOnlyList<OutcomeIssue> issues, IReadOnlyList<string>? allow = null)
    {
        if (http.Response.HasStarted)
        {
            // Half an answer must not look whole.
            http.Abort();
            return;
        }

        var challenge = http.Response.Headers.WWWAuthenticate;
        http.Response.Clear();
        http.Response.Headers.WWWAuthenticate = challenge;
        if (allow is { Count: > 0 })
        {
            http.Response.Headers.Allow = string.Join(", ", allow);
        }

        await FhirResponse.WriteAsync(http, new FhirResult(status) { Body = new OperationOutcome(issues).ToResource() }, address);
    }

    [LoggerMessage(1, LogLevel.Error, "Request failed, reference {Reference}: {Method} {Path}")]
    private static partial void LogUnexpected(ILogger logger, Exception fault, string reference, string method, string path);
}
