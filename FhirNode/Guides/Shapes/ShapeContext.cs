using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>The patient being written and the resources that became of it so far.</summary>
internal sealed class ShapeContext(DataDictionary dictionary, PatientRow row, EtlOptions options, SharedEntries shared)
{
    private readonly List<BundleEntry> _entries = [];

    public DataDictionary Dictionary => dictionary;

    public PatientRow Row => row;

    public string PatientId { get; } = ResourceIds.Patient(dictionary.Head.Guide, row.SourceId);

    public IReadOnlyList<BundleEntry> Entries => _entries;

    /// <summary>Labels that every resource carries: one that patients share and that has others is another resource.</summary>
    public IEnumerable<string> Labels => Security.Concat(options.Tags).Select(label => label.Key);

    private IReadOnlyList<Coding> Security { get; } = options.Labels(row.IsInvented);

    public double Value(int position, int part = 0) => row.Values[dictionary.Offset(position) + part];

    public ReadOnlySpan<double> Vector(int position) => row.Values.AsSpan(dictionary.Offset(position), dictionary.Features[position].Feature.Width);

    public string? Digits(int position, int part = 0) => row.Texts[dictionary.Offset(position) + part];

    /// <summary>Adds the patient's own resource of that name, after id and meta; <paramref name="body"/> writes the rest.</summary>
    public void Add(string type, string name, string profile, Action<Utf8JsonWriter> body) => AddWithId(type, ResourceIds.Of(PatientId, name), profile, body);

    public void AddWithId(string type, string id, string profile, Action<Utf8JsonWriter> body) => _entries.Add(Entry(type, id, profile, body, Security));

    /// <summary>Adds a resource that many patients have alike; it is written once.</summary>
    public void AddShared(string type, string id, string profile, Action<Utf8JsonWriter> body) => _entries.Add(shared.Get(id, () => Entry(type, id, profile, body, Security)));

    public void Subject(Utf8JsonWriter json) => json.Reference("subject"u8, "Patient/" + PatientId);

    private BundleEntry Entry(string type, string id, string profile, Action<Utf8JsonWriter> body, IReadOnlyList<Coding> security) => TransactionBuilder.Put(type, id, JsonOutput.Write(type, json =>
    {
        json.WriteString("id"u8, id);
        Meta(json, profile, security);
        body(json);
    }));

    private void Meta(Utf8JsonWriter json, string profile, IReadOnlyList<Coding> security)
    {
        json.WriteStartObject("meta"u8);
        json.WriteStartArray("profile"u8);
        json.WriteStringValue(profile);
        json.WriteEndArray();
        if (security.Count > 0)
        {
            json.Codings("security"u8, security);
        }

        if (options.Tags.Count > 0)
        {
            json.Codings("tag"u8, options.Tags);
        }

        json.WriteEndObject();
    }
}
