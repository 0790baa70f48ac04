using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Search.Texts;

/// <summary>A node with a full-text index and conditions with narratives, which can be started again with and without the index.</summary>
public class TextNode : IAsyncLifetime
{
    private TestNode? _node;

    public string Data { get; } = Path.Combine(Path.GetTempPath(), "genomed-text-" + Guid.NewGuid().ToString("N"));

    /// <summary>Null where the engine can be tested, else why not.</summary>
    public virtual string? Unavailable => null;

    public TestNode Node => _node!;

    protected virtual NodeStoreOptions Store { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Unavailable is null)
        {
            await RestartAsync(fullText: true);
            await FillAsync();
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_node is not null)
        {
            await _node.DisposeAsync();
            Directory.Delete(Data, recursive: true);
        }
    }

    public async Task RestartAsync(bool fullText)
    {
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
        _node = await TestNode.StartAsync(options => options with { Store = Store with { FullText = fullText } }, data: Data, keepData: true);
    }

    /// <summary>The ids of the matches, in alphabetical order.</summary>
    public async Task<string> FindAsync(string url)
        => string.Join(' ', SearchNode.Entries((await Node.GetAsync(url)).ShouldBe(HttpStatusCode.OK).Json, "match").Order(StringComparer.Ordinal));

    public static string Condition(string patient, string code, string narrative, string note = "none") => $$"""
        {"resourceType":"Condition","text":{"status":"generated","div":{{JsonSerializer.Serialize($"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"x\">{narrative}</p></div>")}}},
         "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
         "code":{"coding":[{"code":"{{code}}"}]},"subject":{"reference":"Patient/{{patient}}"},"note":[{"text":"{{note}}"}],"id":"ID"}
        """.Replace("\"ID\"", JsonSerializer.Serialize(code switch { "C79.5" => "c1", "C78.7" => "c2", "D46" => "c4", _ => "c3" }), StringComparison.Ordinal);

    private async Task FillAsync()
    {
        (await Node.PutAsync("Patient/p1", """{"resourceType":"Patient","id":"p1","name":[{"family":"Rossi"}]}""")).ShouldBe(HttpStatusCode.Created);
        (await Node.PutAsync("Patient/p2", """{"resourceType":"Patient","id":"p2","name":[{"family":"Bianchi"}]}""")).ShouldBe(HttpStatusCode.Created);
        (await Node.PutAsync("Condition/c1", Condition("p1", "C79.5", "Metastases of the <b>bone</b> (H&#233;matologie)"))).ShouldBe(HttpStatusCode.Created);
        (await Node.PutAsync("Condition/c2", Condition("p2", "C78.7", "Liver metastases<!-- class elsewhere -->"))).ShouldBe(HttpStatusCode.Created);
        (await Node.PutAsync("Condition/c3", Condition("p1", "D46.9", "Disease of the bone marrow", "Treated elsewhere"))).ShouldBe(HttpStatusCode.Created);
    }
}
