using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

public sealed class TransactionTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync();

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static string Bundle(string type, params string[] entries)
        => $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{string.Join(',', entries)}}]}""";

    private static string Post(string fullUrl, string resource, string type, string? ifNoneExist = null)
        => $$$"""{"fullUrl":"{{{fullUrl}}}","resource":{{{resource}}},"request":{"method":"POST","url":"{{{type}}}"{{{(ifNoneExist is null ? "" : $",\"ifNoneExist\":\"{ifNoneExist}\"")}}}}}""";

    private const string ObservationOfUrn = """{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"urn:uuid:11111111-1111-4111-8111-111111111111"},"valueQuantity":{"value":1.50}}""";

    [Fact]
    public async Task GivenUrnReferences_WhenCommitted_ThenTheyPointToTheNewIdsAndDecimalsStay()
    {
        var answer = (await _node.PostAsync(string.Empty, Bundle("transaction",
            Post("urn:uuid:22222222-2222-4222-8222-222222222222", ObservationOfUrn, "Observation"),
            Post("urn:uuid:11111111-1111-4111-8111-111111111111", """{"resourceType":"Patient"}""", "Patient")))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("transaction-response", answer.GetProperty("type").GetString());
        var patient = answer.GetProperty("entry")[1].GetProperty("response").GetProperty("location").GetString()!;
        Assert.StartsWith("Patient/", patient);
        Assert.StartsWith("201", answer.GetProperty("entry")[1].GetProperty("response").GetProperty("status").GetString());
        var observation = await _node.GetAsync(answer.GetProperty("entry")[0].GetProperty("response").GetProperty("location").GetString()!);
        Assert.Equal(patient.Replace("/_history/1", ""), observation.Json.GetProperty("subject").GetProperty("reference").GetString());
        Assert.Contains("1.50", observation.Text);
    }

    [Fact]
    public async Task GivenOneBadEntry_WhenTransaction_ThenNothingIsWrittenAndTheEntryIsNamed()
    {
        var answer = (await _node.PostAsync(string.Empty, Bundle("transaction",
            """{"resource":{"resourceType":"Patient","id":"kept"},"request":{"method":"PUT","url":"Patient/kept"}}""",
            """{"resource":{"resourceType":"Patient","id":"other"},"request":{"method":"PUT","url":"Patient/wrong"}}"""))).ShouldBe(HttpStatusCode.BadRequest);
        Assert.StartsWith("Bundle.entry[1]", answer.Expression);
        (await _node.GetAsync("Patient/kept")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task GivenConditionalCreate_WhenSentTwice_ThenTheSecondFindsTheFirstAndReferencesFollow()
    {
        var bundle = Bundle("transaction",
            Post("urn:uuid:11111111-1111-4111-8111-111111111111", """{"resourceType":"Patient","identifier":[{"system":"urn:t","value":"1"}]}""", "Patient", "identifier=urn:t|1"),
            Post("urn:uuid:22222222-2222-4222-8222-222222222222", ObservationOfUrn, "Observation"));
        await _node.PostAsync(string.Empty, bundle);
        var second = (await _node.PostAsync(string.Empty, bundle)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry");
        Assert.StartsWith("200", second[0].GetProperty("response").GetProperty("status").GetString());
        Assert.Equal(1, (await _node.GetAsync("Patient?identifier=urn:t%7C1")).Json.GetProperty("total").GetInt32());
        var patient = second[0].GetProperty("response").GetProperty("location").GetString()!.Split("/_history")[0];
        var observation = await _node.GetAsync(second[1].GetProperty("response").GetProperty("location").GetString()!);
        Assert.Equal(patient, observation.Json.GetProperty("subject").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task GivenConditionalReference_WhenItFindsOneOrNone_ThenResolvedOrRefused()
    {
        await _node.PutAsync("Patient/c", """{"resourceType":"Patient","id":"c","identifier":[{"system":"urn:c","value":"1"}]}""");
        static string Entry(string value) => $$$"""{"resource":{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"subject":{"reference":"Patient?identifier=urn:c|{{{value}}}"}},"request":{"method":"PUT","url":"Observation/o"}}""";
        (await _node.PostAsync(string.Empty, Bundle("transaction", Entry("1")))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("Patient/c", (await _node.GetAsync("Observation/o")).Json.GetProperty("subject").GetProperty("reference").GetString());
        Assert.Equal("Bundle.entry[0]", (await _node.PostAsync(string.Empty, Bundle("transaction", Entry("2")))).ShouldBe(HttpStatusCode.PreconditionFailed).Expression);
    }

    [Fact]
    public async Task GivenAllVerbs_WhenTransaction_ThenDeletePostPutThenGet()
    {
        await _node.PutAsync("Patient/gone", """{"resourceType":"Patient","id":"gone"}""");
        var entries = (await _node.PostAsync(string.Empty, Bundle("transaction",
            """{"request":{"method":"GET","url":"Patient/new"}}""",
            """{"resource":{"resourceType":"Patient","id":"new"},"request":{"method":"PUT","url":"Patient/new"}}""",
            """{"request":{"method":"DELETE","url":"Patient/gone"}}"""))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry");
        Assert.Equal("new", entries[0].GetProperty("resource").GetProperty("id").GetString());
        Assert.StartsWith("201", entries[1].GetProperty("response").GetProperty("status").GetString());
        Assert.StartsWith("204", entries[2].GetProperty("response").GetProperty("status").GetString());
    }

    [Fact]
    public async Task GivenSameResourceTwice_WhenTransaction_ThenInvalid()
    {
        const string entry = """{"resource":{"resourceType":"Patient","id":"twice"},"request":{"method":"PUT","url":"Patient/twice"}}""";
        Assert.Equal("Bundle.entry[1]", (await _node.PostAsync(string.Empty, Bundle("transaction", entry, entry))).ShouldBe(HttpStatusCode.BadRequest).Expression);
    }

    [Fact]
    public async Task GivenBatch_WhenOneFails_ThenTheOthersStand()
    {
        var entries = (await _node.PostAsync(string.Empty, Bundle("batch",
            """{"request":{"method":"GET","url":"Patient/none"}}""",
            """{"resource":{"resourceType":"Patient","id":"b"},"request":{"method":"PUT","url":"Patient/b"}}""",
            """{"request":{"method":"GET","url":"Patient?_id=b"}}"""))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry");
        Assert.StartsWith("404", entries[0].GetProperty("response").GetProperty("status").GetString());
        Assert.Equal("not-found", entries[0].GetProperty("response").GetProperty("outcome").GetProperty("issue")[0].GetProperty("code").GetString());
        Assert.StartsWith("201", entries[1].GetProperty("response").GetProperty("status").GetString());
        Assert.Equal(1, entries[2].GetProperty("resource").GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""")]
    [InlineData("""{"resourceType":"Bundle"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"collection"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"POST","url":"Patient"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"FLY","url":"Patient"}}]}""")]
    public async Task GivenNoTransaction_WhenPosted_ThenBadRequest(string body) => (await _node.PostAsync(string.Empty, body)).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task GivenEmptyTransaction_WhenPosted_ThenEmptyResponse()
        => Assert.False((await _node.PostAsync(string.Empty, """{"resourceType":"Bundle","type":"transaction"}""")).ShouldBe(HttpStatusCode.OK).Json.TryGetProperty("entry", out _));

    [Fact]
    public async Task GivenAUrnThatIsNoEntry_WhenTransaction_ThenNothingIsWrittenAndItIsNamed()
    {
        var answer = (await _node.PostAsync(string.Empty, Bundle("transaction",
            """{"resource":{"resourceType":"Patient","id":"kept"},"request":{"method":"PUT","url":"Patient/kept"}}""",
            Post("urn:uuid:22222222-2222-4222-8222-222222222222", ObservationOfUrn, "Observation")))).ShouldBe(HttpStatusCode.BadRequest);
        Assert.Equal("Bundle.entry[1].resource", answer.Expression);
        Assert.Contains("urn:uuid:11111111-1111-4111-8111-111111111111", answer.Diagnostics);
        (await _node.GetAsync("Patient/kept")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{}""", "Bundle.entry")]
    [InlineData("""[{"resource":{"resourceType":"Patient"}}]""", "Bundle.entry[0].request")]
    [InlineData("""[{"request":{"url":"Patient"}}]""", "Bundle.entry[0].request.method")]
    [InlineData("""[{"request":{"method":"POST"}}]""", "Bundle.entry[0].request.url")]
    public async Task GivenAnEntryThatAsksForNothing_WhenPosted_ThenItsPlaceIsNamed(string entry, string expression)
        => Assert.Equal(expression, (await _node.PostAsync(string.Empty, $$"""{"resourceType":"Bundle","type":"transaction","entry":{{entry}}}""")).ShouldBe(HttpStatusCode.BadRequest).Expression);

    [Fact]
    public async Task GivenAForeignUrl_WhenBatch_ThenTheEntryIsNamedOnce()
    {
        var entry = (await _node.PostAsync(string.Empty, Bundle("batch", """{"request":{"method":"GET","url":"http://elsewhere/Patient"}}"""))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry")[0];
        Assert.DoesNotContain("Entry 0: Entry 0:", entry.GetProperty("response").GetProperty("outcome").GetProperty("issue")[0].GetProperty("diagnostics").GetString());
    }

    [Theory]
    [InlineData("""{"resource":{"resourceType":"Patient","id":"v","active":false},"request":{"method":"PUT","url":"Patient/v","ifMatch":"W/\"1\""}}""")]
    [InlineData("""{"request":{"method":"DELETE","url":"Patient/v","ifMatch":"W/\"1\""}}""")]
    public async Task GivenAStaleVersion_WhenTransaction_ThenTheConflictNamesItsEntry(string entry)
    {
        await _node.PutAsync("Patient/v", """{"resourceType":"Patient","id":"v"}""");
        await _node.PutAsync("Patient/v", """{"resourceType":"Patient","id":"v","active":true}""");
        var refused = (await _node.PostAsync(string.Empty, $$$"""
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{"resourceType":"Patient","id":"other"},"request":{"method":"PUT","url":"Patient/other"}},
              {{{entry}}}]}
            """)).ShouldBe(HttpStatusCode.PreconditionFailed);
        Assert.Equal("Bundle.entry[1]", refused.Expression);
        (await _node.GetAsync("Patient/other")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task GivenAUrnInUrisNarrativeAndTexts_WhenTransaction_ThenUrlsAreRewrittenAndTextsStay()
    {
        const string urn = "urn:uuid:33333333-3333-4333-8333-333333333333";
        var answer = (await _node.PostAsync(string.Empty, Bundle("transaction",
            Post(urn, $$$"""{"resourceType":"Patient","identifier":[{"system":"urn:ietf:rfc:3986","value":"{{{urn}}}"}],"name":[{"given":["A"]},{"given":["B"]}],"contact":[{"organization":{"reference":"Organization/o"}}]}""", "Patient"),
            Post("urn:uuid:44444444-4444-4444-8444-444444444444", $$$"""
                {"resourceType":"Basic","code":{"text":"x"},"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"{{{urn}}}\">{{{urn}}}</a></div>"},
                 "extension":[{"url":"http://a","valueUri":"{{{urn}}}"},{"url":"http://b","valueString":"{{{urn}}}"}],"subject":{"reference":"{{{urn}}}#part"}}
                """, "Basic")))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry");
        var patient = answer[0].GetProperty("response").GetProperty("location").GetString()!.Replace("/_history/1", "");
        Assert.Equal(urn, (await _node.GetAsync(patient)).Json.GetProperty("identifier")[0].GetProperty("value").GetString());
        var basic = (await _node.GetAsync(answer[1].GetProperty("response").GetProperty("location").GetString()!)).Json;
        Assert.Equal($"""<div xmlns="http://www.w3.org/1999/xhtml"><a href="{patient}">{urn}</a></div>""", basic.GetProperty("text").GetProperty("div").GetString());
        Assert.Equal(patient, basic.GetProperty("extension")[0].GetProperty("valueUri").GetString());
        Assert.Equal(urn, basic.GetProperty("extension")[1].GetProperty("valueString").GetString());
        Assert.Equal(patient + "#part", basic.GetProperty("subject").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task GivenRelativeReferencesUnderAnotherServersBase_WhenTransaction_ThenTheyFollowItsEntries()
    {
        var answer = (await _node.PostAsync(string.Empty, Bundle("transaction",
            Post("https://other.example/fhir/Observation/7", """{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/8"},"performer":[{"reference":"Patient/9"}]}""", "Observation"),
            Post("https://other.example/fhir/Patient/8", """{"resourceType":"Patient"}""", "Patient")))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry");
        var observation = (await _node.GetAsync(answer[0].GetProperty("response").GetProperty("location").GetString()!)).Json;
        Assert.Equal(answer[1].GetProperty("response").GetProperty("location").GetString()!.Replace("/_history/1", ""), observation.GetProperty("subject").GetProperty("reference").GetString());
        Assert.Equal("Patient/9", observation.GetProperty("performer")[0].GetProperty("reference").GetString());
    }
}
