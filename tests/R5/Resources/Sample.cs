using System.Text;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Resources;

internal static class Sample
{
    public static Resource Of(string json) => Resource.Parse(Encoding.UTF8.GetBytes(json));

    public static string Text(this Resource resource) => Encoding.UTF8.GetString(resource.Json.Span);
}
