using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Http;

/// <summary>Bodies with random faults: each is answered with an OperationOutcome or stored whole, never with a server error.</summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private const string Seed = """{"resourceType":"Patient","id":"f","active":true,"name":[{"family":"Äß\u00e9","given":["A","B"],"_given":[null,{"id":"b"}]}],"birthDate":"1970-01-02","multipleBirthInteger":2,"contact":[{"name":{"text":"x"}}]}""";
    private static readonly byte[] Faults = "{}[]\",:\\ \t0-1eE.null\0\u001f/*#u"u8.ToArray();
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync();

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static Gen<byte[]> Bodies =>
        from edits in (from at in Gen.Choose(0, Encoding.UTF8.GetByteCount(Seed) - 1) from kind in Gen.Choose(0, 3) from value in Gen.OneOf(Gen.Elements(Faults), Gen.Choose(0, 255).Select(n => (byte)n)) select (at, kind, value)).ListOf()
        select Mutate(edits);

    private static byte[] Mutate(IEnumerable<(int At, int Kind, byte Value)> edits)
    {
        var body = Encoding.UTF8.GetBytes(Seed).ToList();
        foreach (var (at, kind, value) in edits.Take(5).Where(edit => edit.At < body.Count))
        {
            switch (kind)
            {
                case 0:
                    body[at] = value;
                    break;
                case 1:
                    body.Insert(at, value);
                    break;
                case 2:
                    body.RemoveAt(at);
                    break;
                default:
                    body.RemoveRange(at, Math.Min(20, body.Count - at));
                    break;
            }
        }

        return [.. body];
    }

    [Fact]
    public void GivenAMutatedResource_WhenCreated_ThenItIsStoredWholeOrRefusedWithAnOutcome() => Prop.ForAll(
        Bodies.ToArbitrary(),
        body =>
        {
            var answer = SendAsync("POST", "Patient", "application/fhir+json", body).GetAwaiter().GetResult();
            return answer.Status == HttpStatusCode.Created
                ? _node.GetAsync($"Patient/{answer.Id}").GetAwaiter().GetResult().Status == HttpStatusCode.OK
                : (int)answer.Status is >= 400 and < 500 && answer.Json.GetProperty("resourceType").GetString() == "OperationOutcome";
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public async Task GivenMutatedPatchesAndTransactions_WhenSent_ThenNeverAServerErrorAndRefusedOnesChangeNothing()
    {
        await _node.PutAsync("Patient/f", Seed);
        var patch = Encoding.UTF8.GetBytes("""[{"op":"replace","path":"/name/0/given/0","value":"C"},{"op":"copy","from":"/name/0","path":"/name/-"}]""");
        var bundle = Encoding.UTF8.GetBytes("""{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:11111111-1111-4111-8111-111111111111","resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}}]}""");
        var random = new DeterministicBytes(7);
        for (var round = 0; round < 150; round++)
        {
            var before = await VersionsAsync();
            var answer = round % 2 == 0
                ? await SendAsync("PATCH", "Patient/f", "application/json-patch+json", random.Mutate(patch))
                : await SendAsync("POST", string.Empty, "application/fhir+json", random.Mutate(bundle));
            Assert.True((int)answer.Status < 500, answer.Text);
            Assert.True(answer.Status == HttpStatusCode.OK || await VersionsAsync() == before, answer.Text);
        }
    }

    private async Task<int> VersionsAsync() => (await _node.GetAsync("_history?_count=0")).Json.GetProperty("total").GetInt32();

    private async Task<Answer> SendAsync(string method, string path, string type, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new(type);
        using var response = await _node.Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}
