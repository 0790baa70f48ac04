using System.Net.Http.Headers;
using System.Text;

namespace GenoMed.Fhir.Cli.Tests.Nodes;

/// <summary>NDJSON to import: so many Observations, and after each thousandth a line that is refused.</summary>
internal static class BulkFile
{
    public static HttpContent Observations(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append($$$"""{"resourceType":"Observation","id":"o{{{i}}}","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},"subject":{"reference":"Patient/p{{{i % 1000}}}"},"valueQuantity":{"value":{{{i}}},"unit":"g/dL"}}""").Append('\n');
            text.Append(i % 1000 == 0 ? "{\"resourceType\":\"Observation\",\"status\":\"none\"}\n" : string.Empty);
        }

        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+ndjson");
        return content;
    }
}
