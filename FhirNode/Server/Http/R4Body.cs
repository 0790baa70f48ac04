using GenoMed.Fhir.R5.Conversion;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Http;

/// <summary>Bodies of FHIR R4, said to be so by the media type's parameter fhirVersion (R5 http.html, "FHIR Version Parameter").</summary>
internal static class R4Body
{
    /// <summary>What the conversion has to say is kept with the request, for what answers it.</summary>
    private sealed record Remarks(IReadOnlyList<OutcomeIssue> Issues);

    /// <exception cref="OperationProblem">UnsupportedMediaType: a version that is neither R5 nor R4.</exception>
    public static bool Is(string? fhirVersion) => fhirVersion switch
    {
        null or "5.0" or "5.0.0" => false,
        "4.0" or "4.0.1" => true,
        _ => throw new OperationProblem(ProblemKind.UnsupportedMediaType, [new OutcomeIssue(IssueSeverity.Error, IssueCode.NotSupported, $"FHIR {fhirVersion} is not read; send fhirVersion=5.0, or 4.0 to be converted.")]),
    };

    public static Resource Convert(HttpContext http, Resource r4)
    {
        var converted = R4Converter.Convert(r4);
        http.Features.Set(new Remarks(converted.Issues));
        return converted.Resource;
    }

    /// <summary>
    /// The answer with what was said about the body that it answers, where it has a place for it: a Bundle's issues, or an
    /// OperationOutcome, as <c>Prefer: return=OperationOutcome</c> and <c>$validate</c> give one.
    /// </summary>
    public static FhirResult WithRemarks(HttpContext http, FhirResult answer) => http.Features.Get<Remarks>() is { Issues: { Count: > 0 } issues }
        ? answer with
        {
            Bundle = answer.Bundle is { } bundle ? bundle with { Issues = issues } : null,
            Body = answer.Body is { ResourceType: "OperationOutcome" } outcome ? new OperationOutcome([.. OperationOutcome.Read(outcome).Issues, .. issues]).ToResource() : answer.Body,
        }
        : answer;
}
