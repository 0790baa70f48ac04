using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Search;

/// <summary>A node with a small hospital: organizations in a hierarchy, patients, observations, a group, a list.</summary>
public class SearchNode : IAsyncLifetime
{
    private static readonly string[] Hospital =
    [
        """{"resourceType":"Organization","id":"trust","name":"Trust of Bologna"}""",
        """{"resourceType":"Organization","id":"clinic","name":"Clinic","partOf":{"reference":"Organization/trust"}}""",
        """{"resourceType":"Practitioner","id":"doc","name":[{"family":"Verdi"}]}""",
        """
        {"resourceType":"Patient","id":"anna","gender":"female","birthDate":"1950-06-15","name":[{"family":"Rossi"}],"managingOrganization":{"reference":"Organization/clinic"},
         "generalPractitioner":[{"reference":"Practitioner/doc"}],"identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}],"text":"Record number"},"system":"urn:mrn","value":"X1"}],
         "maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M","display":"Married"}]}}
        """,
        """{"resourceType":"Patient","id":"bruno","gender":"male","birthDate":"1960","name":[{"family":"Bianchi"}],"managingOrganization":{"reference":"Organization/trust"}}""",
        """
        {"resourceType":"Observation","id":"o1","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},"subject":{"reference":"Patient/anna","display":"Anna R."},
         "performer":[{"reference":"Practitioner/doc"}],"effectiveDateTime":"2020-03-01","valueQuantity":{"value":9.8,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}
        """,
        """
        {"resourceType":"Observation","id":"o2","status":"amended","code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},"subject":{"reference":"Patient/bruno"},
         "effectiveDateTime":"2021-03-01","valueQuantity":{"value":12,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"},"hasMember":[{"reference":"Observation/o1"}]}
        """,
        """{"resourceType":"Observation","id":"o3","status":"final","code":{"text":"group"},"subject":{"reference":"Patient/bruno"},"hasMember":[{"reference":"Observation/o2"}]}""",
        """{"resourceType":"Group","id":"g","membership":"enumerated","type":"person","member":[{"entity":{"reference":"Patient/anna"}}]}""",
        """{"resourceType":"List","id":"l","status":"current","mode":"working","entry":[{"item":{"reference":"Patient/bruno"}}]}""",
        """{"resourceType":"Questionnaire","id":"q","status":"active","url":"http://example.org/q"}""",
        """{"resourceType":"QuestionnaireResponse","id":"qr","status":"completed","questionnaire":"http://example.org/q|1","subject":{"reference":"Patient/anna"}}""",
    ];

    public TestNode Node { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync(Change);
        foreach (var json in Hospital)
        {
            using var document = JsonDocument.Parse(json);
            var (type, id) = (document.RootElement.GetProperty("resourceType").GetString(), document.RootElement.GetProperty("id").GetString());
            (await Node.PutAsync($"{type}/{id}", json)).ShouldBe(HttpStatusCode.Created);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (Node?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>The node's options.</summary>
    protected virtual NodeOptions Change(NodeOptions options) => options;

    /// <summary>The ids of a search mode, in alphabetical order.</summary>
    public async Task<string> FindAsync(string url, string mode = "match")
        => string.Join(' ', Entries((await Node.GetAsync(url)).ShouldBe(HttpStatusCode.OK).Json, mode).Order(StringComparer.Ordinal));

    public static IEnumerable<string> Entries(JsonElement bundle, string mode)
        => bundle.TryGetProperty("entry", out var entries)
            ? entries.EnumerateArray()
                .Where(entry => entry.GetProperty("search").GetProperty("mode").GetString() == mode)
                .Select(entry => entry.GetProperty("resource").TryGetProperty("id", out var id) ? id.GetString()! : "")
            : [];
}
