using GenoMed.Fhir.Node.Auth;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Http;

/// <summary>What the middlewares hand on with a request.</summary>
internal static class HttpContextExtensions
{
    public static void SetCaller(this HttpContext http, Caller caller) => http.Features.Set(caller);

    /// <summary>Null where no token is asked for.</summary>
    public static Caller? Caller(this HttpContext http) => http.Features.Get<Caller>();

    public static void SetTarget(this HttpContext http, Interactions.FhirTarget target) => http.Features.Set(target);

    public static Interactions.FhirTarget? Target(this HttpContext http) => http.Features.Get<Interactions.FhirTarget>();
}
