using System.Globalization;
using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>Turns an entry of a batch or transaction into a call.</summary>
internal static class EntryCall
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    /// <exception cref="OperationProblem">Located at <c>Bundle.entry[index]</c>: no request, an unknown method, or a URL that is none of this server's.</exception>
    public static FhirCall Of(BundleEntry entry, int index, FhirCall bundle, string baseUrl)
    {
        try
        {
            return Read(entry, bundle, baseUrl);
        }
        catch (OperationProblem problem)
        {
            throw EntryProblem.At(index, problem);
        }
    }

    private static FhirCall Read(BundleEntry entry, FhirCall bundle, string baseUrl)
    {
        var request = entry.Request ?? throw OperationProblem.Required("The entry has no request.", "Entry.request");
        Require("method", request.Method);
        Require("url", request.Url);
        var url = request.Url.StartsWith(baseUrl, StringComparison.Ordinal) ? request.Url[baseUrl.Length..] : request.Url;
        var (path, parameters) = QueryText.Split(url.TrimStart('/'));
        var target = FhirRoute.Resolve(Method(request), path);
        if (target.Interaction is Interaction.Bundle or Interaction.JobStatus or Interaction.JobCancel)
        {
            throw OperationProblem.NotSupported($"'{request.Method} {request.Url}' cannot stand in a Bundle.");
        }

        return new FhirCall(request.Method, target, bundle.Caller)
        {
            Parameters = parameters,
            HasBody = entry.Resource is not null,
            ReadBody = _ => ValueTask.FromResult(entry.Resource ?? throw OperationProblem.Required("The entry has no resource.", "Entry.resource")),
            IfMatch = request.IfMatch,
            IfNoneMatch = request.IfNoneMatch,
            IfNoneExist = request.IfNoneExist,
            IfModifiedSince = Instant(request.IfModifiedSince),
            Preferences = bundle.Preferences with { RespondAsync = false },
            Url = url,
        };
    }

    private static void Require(string name, string value)
    {
        if (value.Length == 0)
        {
            throw OperationProblem.Required($"The entry's request has no {name}.", $"Entry.request.{name}");
        }
    }

    private static string Method(BundleRequest request) => Methods.Contains(request.Method, StringComparer.Ordinal)
        ? request.Method
        : throw OperationProblem.Invalid($"'{request.Method}' is not a method of this server's Bundles: {string.Join(", ", Methods)}.", "Entry.request.method");

    private static DateTimeOffset? Instant(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw OperationProblem.Invalid($"ifModifiedSince must be an instant; this is '{text}'.", "Entry.request.ifModifiedSince");
}
