using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Guides.Fsh;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// What describes a synthetic data set: the Library (type asset-collection, a draft until it is released), the Group of its
/// patients, the Provenance, the Library of the generator, and Binaries of its CSV and the CSV's dictionary.
/// </summary>
/// <param name="set">The set.</param>
/// <param name="author">Who generated it: a node or a command.</param>
/// <param name="generated">When.</param>
public sealed class SyntheticDescription(SyntheticDataSet set, string author, DateTimeOffset generated)
{
    /// <summary>The system of a set's identifier: the SHA-256 of its CSV.</summary>
    public const string IdentifierSystem = FhirJson.Canonical + "/NamingSystem/csv-sha256";

    /// <summary>A CSV beyond this is cut into several Binaries, which joined are the CSV again.</summary>
    private const int PartBytes = 32 << 20;

    private readonly string _time = FhirInstant.Format(generated);

    private string ModelId => $"generator-{set.Lineage.WeightsSha256[..16]}";

    /// <summary>All of them; the Library comes last, so that who finds it finds everything.</summary>
    public IEnumerable<Resource> Resources() =>
    [
        .. Parts().Select(part => Binary($"{set.Id}-csv-{part.Number}", "text/csv", part.Bytes)),
        Binary($"{set.Id}-dictionary", "text/csv", set.DictionaryCsv),
        Model(),
        Group(),
        Provenance(),
        Library(),
    ];

    /// <summary>
    /// The Library while the patients are being written: without identifier, contents and references, so that nobody takes it for the set.
    /// </summary>
    public Resource Unfinished() => FhirJson.Resource("Library", set.Id, null,
        ("title", set.Terms.Title),
        ("status", "draft"),
        ("type", FhirJson.Concept(FhirJson.Coding("http://terminology.hl7.org/CodeSystem/library-type", "asset-collection"))),
        ("date", _time),
        ("publisher", set.Terms.Publisher),
        ("description", string.Create(CultureInfo.InvariantCulture, $"Not whole: {author} is writing its {set.Table.Count} synthetic patients, of which some can be found already. It is whole when this Library has its identifier, the SHA-256 of its CSV.")));

    private IEnumerable<(int Number, ReadOnlyMemory<byte> Bytes)> Parts()
    {
        var number = 0;
        for (var (at, length) = (0, 0); at < set.Csv.Length; at += length)
        {
            length = Math.Min(PartBytes, set.Csv.Length - at);
            yield return (++number, set.Csv.Slice(at, length));
        }
    }

    private static Resource Binary(string id, string type, ReadOnlyMemory<byte> bytes) => FhirJson.Resource("Binary", id, null,
        ("contentType", type), ("data", Convert.ToBase64String(bytes.Span)));

    private Resource Group() => FhirJson.Resource("Group", set.Id, ProfileNames.Common + ProfileNames.Cohort,
        ("identifier", new JsonArray(FhirJson.Identifier("csv-sha256", set.Sha256))),
        ("active", true),
        ("type", "person"),
        ("membership", "enumerated"),
        ("name", set.Terms.Title),
        ("description", $"Synthetic patients of {set.Guide.Dictionary.Head.Condition.Label}. None of them exists."),
        ("quantity", set.Table.Count),
        ("member", new JsonArray([.. set.PatientIds.Select(id => new JsonObject { ["entity"] = FhirJson.Reference($"Patient/{id}") })])));

    private Resource Model() => FhirJson.Resource("Library", ModelId, null,
        ("identifier", new JsonArray(
            FhirJson.Identifier("weights-sha256", set.Lineage.WeightsSha256),
            FhirJson.Identifier("plan-sha256", set.Lineage.PlanHash),
            FhirJson.Identifier("run", set.Lineage.RunId))),
        ("title", $"Generator {set.Lineage.Name}"),
        ("status", "active"),
        ("type", FhirJson.Concept(FhirJson.Coding("http://terminology.hl7.org/CodeSystem/library-type", "model-definition"))),
        ("description", string.Create(CultureInfo.InvariantCulture, $"Model {set.Lineage.Model}, {set.Lineage.Rounds} rounds on {set.Lineage.Nodes.Sum(node => node.Patients)} patients of {set.Lineage.Nodes.Count} nodes. Its weights are not published.")),
        ("relatedArtifact", Predecessors()));

    private JsonArray? Predecessors() => set.Lineage.Predecessors.Count == 0 ? null : new JsonArray([.. set.Lineage.Predecessors.Select(hash => new JsonObject
    {
        ["type"] = "predecessor",
        ["resourceReference"] = new JsonObject { ["type"] = "Library", ["identifier"] = FhirJson.Identifier("weights-sha256", hash) },
    })]);

    private Resource Provenance() => FhirJson.Resource("Provenance", set.Id, null,
        ("target", new JsonArray(FhirJson.Reference($"Library/{set.Id}"), FhirJson.Reference($"Group/{set.Id}"))),
        ("occurredDateTime", _time),
        ("recorded", _time),
        ("activity", FhirJson.Concept(FhirJson.Coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "CREATE", "create"))),
        ("agent", new JsonArray(new JsonObject
        {
            ["type"] = FhirJson.Concept(FhirJson.Coding("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler", "Assembler")),
            ["who"] = new JsonObject { ["type"] = "Device", ["display"] = author },
        })),
        ("entity", new JsonArray([Source($"Library/{ModelId}", set.Lineage.Name), .. set.Lineage.Nodes.Select(Trained)])));

    private static JsonObject Source(string reference, string display) => new()
    {
        ["role"] = "source",
        ["what"] = new JsonObject { ["reference"] = reference, ["type"] = "Library", ["display"] = display },
    };

    /// <summary>The patients of a node are known by the id of their dataset alone: it never left the node.</summary>
    private static JsonObject Trained(TrainingNode node) => new()
    {
        ["role"] = "source",
        ["what"] = new JsonObject
        {
            ["type"] = "Library",
            ["identifier"] = FhirJson.Identifier("dataset", node.Dataset),
            ["display"] = string.Create(CultureInfo.InvariantCulture, $"{node.Patients} patients of node {node.Name}, by way of the generator"),
        },
    };

    private Resource Library() => FhirJson.Resource("Library", set.Id, null,
        ("url", $"{set.Guide.Dictionary.Head.Canonical}/Library/{set.Id}"),
        ("identifier", new JsonArray(FhirJson.Identifier("csv-sha256", set.Sha256))),
        ("title", set.Terms.Title),
        ("status", "draft"),
        ("type", FhirJson.Concept(FhirJson.Coding("http://terminology.hl7.org/CodeSystem/library-type", "asset-collection"))),
        ("subjectCodeableConcept", FhirJson.Concept(set.Guide.Dictionary.Head.Condition.Codings.Select(FhirJson.Coding))),
        ("date", _time),
        ("publisher", set.Terms.Publisher),
        ("description", Description()),
        ("usage", "For research, teaching and software tests. No patient of this set exists: it is no basis for the care of anyone."),
        ("copyright", $"{set.Terms.Publisher}. Licence: {set.Terms.Licence} (https://spdx.org/licenses/{set.Terms.Licence}.html)."),
        ("copyrightLabel", set.Terms.Licence),
        ("relatedArtifact", new JsonArray(
            Related("composed-of", "the patients", $"Group/{set.Id}"),
            Related("derived-from", "the generator", $"Library/{ModelId}"),
            new JsonObject { ["type"] = "depends-on", ["display"] = "the data dictionary", ["resource"] = $"{FhirJson.Canonical}/ImplementationGuide/{set.Guide.Name}|{set.Guide.Dictionary.Head.Version}" })),
        ("content", new JsonArray(
        [
            .. Parts().Select(part => Attachment($"{set.Id}-csv-{part.Number}", part.Number == 1 && part.Bytes.Length == set.Csv.Length ? "data.csv" : $"data.csv, part {part.Number}", part.Bytes)),
            Attachment($"{set.Id}-dictionary", "dictionary.csv", set.DictionaryCsv),
            FhirJson.Inline("lineage", set.Lineage),
            FhirJson.Inline("request", set.Request),
            FhirJson.Inline("report", set.Report),
        ])));

    private string Description()
    {
        var conditions = set.Request.Where.Concat(set.Request.Shares.Select(share => $"share {share}")).ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"{set.Table.Count} synthetic patients of {set.Guide.Dictionary.Head.Condition.Label}, generated by {set.Lineage.Name} ({set.Lineage.Model}), seed {set.Request.Seed}{(conditions.Length > 0 ? $", on condition of {string.Join("; ", conditions)}" : "")}. {set.Report.Drawn} rows were drawn, {set.Report.Drawn - set.Report.Patients} of them again.");
    }

    private static JsonObject Related(string type, string display, string reference) => new()
    {
        ["type"] = type,
        ["display"] = display,
        ["resourceReference"] = FhirJson.Reference(reference),
    };

    /// <summary><c>Attachment.hash</c> is SHA-1 by the standard; the set's identity is the SHA-256 in <c>identifier</c>.</summary>
    private static JsonObject Attachment(string binary, string title, ReadOnlyMemory<byte> bytes) => new()
    {
        ["contentType"] = "text/csv",
        ["url"] = $"Binary/{binary}",
        ["size"] = bytes.Length.ToString(CultureInfo.InvariantCulture),
        ["hash"] = Convert.ToBase64String(SHA1.HashData(bytes.Span)),
        ["title"] = title,
    };
}
