using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Http;

/// <summary>What would bring a careless server down, with the limits that a node has by default.</summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync();

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private async Task AssertNothingStoredAsync() => Assert.Equal(0, (await _node.GetAsync("_history?_count=0")).Json.GetProperty("total").GetInt32());

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public async Task GivenAHundredThousandLevels_WhenPosted_ThenBadRequest(char open, char close)
    {
        var opening = open == '[' ? new string('[', 100_000) : string.Concat(Enumerable.Repeat("""{"a":""", 100_000)) + "1";
        Assert.Equal("structure", (await _node.PostAsync("Patient", """{"resourceType":"Patient","x":""" + opening + new string(close, 100_000) + "}")).ShouldBe(HttpStatusCode.BadRequest).IssueCode);
        await AssertNothingStoredAsync();
    }

    [Fact]
    public async Task GivenAHundredMegabytes_WhenPosted_ThenTooLongIsSaid()
    {
        using var content = new ByteArrayContent(new byte[100 * 1024 * 1024]);
        content.Headers.ContentType = new("application/fhir+json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "Patient") { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await _node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("too-long", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await AssertNothingStoredAsync();
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":true,"active":false}""")]
    [InlineData("""{"resourceType":"Patient","resourceType":"Group"}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"a","family":"b"}]}""")]
    [InlineData("""{"resourceType":"Patient","meta":{"tag":[]},"meta":{}}""")]
    public async Task GivenAPropertyTwice_WhenPosted_ThenItIsRefused(string body)
    {
        Assert.InRange((int)(await _node.PostAsync("Patient", body)).Status, 400, 422);
        await AssertNothingStoredAsync();
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"\udc00"}]}""")]
    [InlineData("""{"resourceType":"Patient","\ud800":1}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"\ud800\u0041"}]}""")]
    public async Task GivenALoneSurrogate_WhenPosted_ThenStructure(string body)
        => Assert.Equal("structure", (await _node.PostAsync("Patient", body)).ShouldBe(HttpStatusCode.BadRequest).IssueCode);

    [Theory]
    [InlineData("application/fhir+json; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/fhir+json; charset=iso-8859-1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/fhir+json; charset=UTF-8", HttpStatusCode.Created)]
    [InlineData("application/fhir+json; charset=\"utf-8\"", HttpStatusCode.Created)]
    public async Task GivenACharset_WhenPosted_ThenOnlyUtf8IsTaken(string type, HttpStatusCode status)
        => (await _node.SendAsync("POST", "Patient", """{"resourceType":"Patient"}""", type)).ShouldBe(status);

    [Fact]
    public async Task GivenEntriesThatReferToEachOther_WhenTransaction_ThenBothAreStored()
    {
        const string a = "urn:uuid:aaaaaaaa-1111-4111-8111-111111111111";
        const string b = "urn:uuid:bbbbbbbb-1111-4111-8111-111111111111";
        string Entry(string own, string other) => $$$"""{"fullUrl":"{{{own}}}","resource":{"resourceType":"Patient","link":[{"other":{"reference":"{{{other}}}"},"type":"seealso"}]},"request":{"method":"POST","url":"Patient"}}""";
        var entries = (await _node.PostAsync(string.Empty, $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{Entry(a, b)}},{{Entry(b, a)}}]}""")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry");
        var places = entries.EnumerateArray().Select(entry => entry.GetProperty("response").GetProperty("location").GetString()!.Replace("/_history/1", "")).ToList();
        Assert.Equal(places[1], (await _node.GetAsync(places[0])).Json.GetProperty("link")[0].GetProperty("other").GetProperty("reference").GetString());
        Assert.Equal(places[0], (await _node.GetAsync(places[1])).Json.GetProperty("link")[0].GetProperty("other").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task GivenSixteenWritersWithIfMatch_WhenEachCountsOnAConflict_ThenNoUpdateIsLost()
    {
        const int writers = 16;
        const int rounds = 5;
        await _node.PutAsync("Patient/n", """{"resourceType":"Patient","id":"n","multipleBirthInteger":0}""");
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < rounds;)
            {
                var read = await _node.GetAsync("Patient/n");
                var resource = JsonNode.Parse(read.Text)!.AsObject();
                resource["multipleBirthInteger"] = resource["multipleBirthInteger"]!.GetValue<int>() + 1;
                var written = await _node.PutAsync("Patient/n", resource.ToJsonString(), ("If-Match", read.Headers["ETag"]));
                Assert.Contains(written.Status, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed });
                done += written.Status == HttpStatusCode.OK ? 1 : 0;
            }
        })));
        var last = await _node.GetAsync("Patient/n");
        Assert.Equal(writers * rounds, last.Json.GetProperty("multipleBirthInteger").GetInt32());
        Assert.Equal($"W/\"{(writers * rounds) + 1}\"", last.Headers["ETag"]);
    }

    [Fact]
    public async Task GivenAClientThatStopsInTheMiddle_WhenOthersAsk_ThenTheyAreAnsweredAndNothingIsStored()
    {
        var url = new Uri(_node.Base);
        var stalled = new List<TcpClient>();
        for (var n = 0; n < 50; n++)
        {
            var client = new TcpClient(url.Host, url.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+json\r\nContent-Length: 1000\r\n\r\n{\"resourceType\""), TestContext.Current.CancellationToken);
            stalled.Add(client);
        }

        (await _node.GetAsync("metadata")).ShouldBe(HttpStatusCode.OK);
        stalled.ForEach(client => client.Dispose());
        await AssertNothingStoredAsync();
        (await _node.PostAsync("Patient", """{"resourceType":"Patient"}""")).ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("GET", "Patient?name=%27%3B%20DROP%20TABLE%20resource%3B--")]
    [InlineData("GET", "Patient/1%27%20OR%201=1")]
    [InlineData("GET", "Patient/..%2f..%2fetc")]
    [InlineData("GET", "Patient?_id=%00")]
    [InlineData("GET", "Patient/%00")]
    [InlineData("DELETE", "Patient/a%2fb")]
    public async Task GivenTricksInTheUrl_WhenSent_ThenNoServerError(string method, string path)
    {
        Assert.True((int)(await _node.SendAsync(method, path)).Status < 500);
        (await _node.GetAsync("Patient")).ShouldBe(HttpStatusCode.OK);
    }
}
