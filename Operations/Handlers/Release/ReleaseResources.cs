using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Release;

/// <summary>
/// What a release writes: the report with the set's labels, since it is published with it; who released the set; and, last, the
/// Library that is active and names the report.
/// </summary>
internal sealed class ReleaseResources(DraftSet set, Resource report, string client, DateTimeOffset now)
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string _time = FhirInstant.Format(now);

    public IEnumerable<StoreWrite> Writes(long libraryVersion)
    {
        yield return new StoreWrite(StoreMethod.Update, "MeasureReport", report.Id!, Report());
        yield return new StoreWrite(StoreMethod.Update, "Provenance", $"{set.Library.Id}-release", Provenance());
        yield return new StoreWrite(StoreMethod.Update, "Library", set.Library.Id!, Library(), libraryVersion);
    }

    private Resource Report()
    {
        var json = Copy(report);
        var meta = json["meta"] as JsonObject ?? [];
        Add(meta, "security", Invented.Label.System, Invented.Label.Code, Invented.Label.Display!);
        Add(meta, "tag", Synthetic.Tag.System, Synthetic.Tag.Code, Synthetic.Tag.Display!);
        json["meta"] = meta.DeepClone();
        return Written(json);
    }

    private Resource Library()
    {
        var json = Copy(set.Library);
        json["status"] = "active";
        json["date"] = _time;
        json["approvalDate"] = _time[..10];
        (json["relatedArtifact"] as JsonArray)!.Add(new JsonObject
        {
            ["type"] = "justification",
            ["display"] = "the SAFE report by which it was released",
            ["resourceReference"] = new JsonObject { ["reference"] = $"MeasureReport/{report.Id}" },
        });
        return Written(json);
    }

    private Resource Provenance() => Written(new JsonObject
    {
        ["resourceType"] = "Provenance",
        ["id"] = $"{set.Library.Id}-release",
        ["meta"] = new JsonObject
        {
            ["security"] = new JsonArray(Coding(Invented.Label.System, Invented.Label.Code, Invented.Label.Display!)),
            ["tag"] = new JsonArray(Coding(Synthetic.Tag.System, Synthetic.Tag.Code, Synthetic.Tag.Display!)),
        },
        ["target"] = new JsonArray(new JsonObject { ["reference"] = $"Library/{set.Library.Id}" }),
        ["occurredDateTime"] = _time,
        ["recorded"] = _time,
        ["activity"] = new JsonObject { ["text"] = "release" },
        ["agent"] = new JsonArray(new JsonObject
        {
            ["type"] = new JsonObject { ["coding"] = new JsonArray(Coding("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "verifier", "Verifier")) },
            ["who"] = new JsonObject { ["type"] = "Device", ["display"] = client },
        }),
        ["entity"] = new JsonArray(new JsonObject { ["role"] = "source", ["what"] = new JsonObject { ["reference"] = $"MeasureReport/{report.Id}" } }),
    });

    private static void Add(JsonObject meta, string property, string system, string code, string display)
    {
        var labels = meta[property] as JsonArray ?? [];
        if (!labels.Any(label => (string?)label?["system"] == system && (string?)label?["code"] == code))
        {
            labels.Add(Coding(system, code, display));
        }

        meta[property] = labels.DeepClone();
    }

    private static JsonObject Coding(string system, string code, string display) => new() { ["system"] = system, ["code"] = code, ["display"] = display };

    private static JsonObject Copy(Resource resource) => JsonNode.Parse(resource.Json.Span)!.AsObject();

    private static Resource Written(JsonObject json) => Resource.FromTrusted(JsonSerializer.SerializeToUtf8Bytes(json, Writing));
}
