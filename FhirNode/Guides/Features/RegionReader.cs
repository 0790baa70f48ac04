using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>The lists of what panels look for, by the Observation's id.</summary>
internal sealed class RegionReader(DataDictionary dictionary, FlatView view) : IFactReader
{
    private readonly CodeIndex _variants = new(dictionary, carrier => carrier.Kind == CarrierKind.Variant);
    private readonly Dictionary<string, List<int>> _regions = new(StringComparer.Ordinal);
    private readonly int _id = view.Column("id");
    private readonly int _coded = view.Column("coded");

    public string ResourceType => "Observation";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            if (row.Text(_id) is { } id && _variants.Find(row.Text(_coded)) is var position and >= 0)
            {
                (_regions.TryGetValue(id, out var known) ? known : _regions[id] = []).Add(position);
            }
        }
    }

    /// <summary>The features that the list of that id names; none where there is no such list.</summary>
    public IReadOnlyList<int> Studied(string id) => _regions.TryGetValue(id, out var positions) ? positions : [];
}
