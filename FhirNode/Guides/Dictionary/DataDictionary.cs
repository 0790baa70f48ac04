using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>
/// The common data model of a disease, read from its folder's <c>data-dictionary.yaml</c>: the one source
/// for CSV to FHIR, FHIR to feature table and feature table to FHIR.
/// </summary>
public sealed class DataDictionary
{
    private readonly Dictionary<string, int> _positions;
    private readonly int[] _offsets;

    internal DataDictionary(DictionaryHead head, IReadOnlyList<FeatureDefinition> features)
    {
        Head = head;
        Features = features;
        Schema = new FeatureSchema(head.Guide, head.Version, features.Select(feature => feature.Feature).ToArray());
        _positions = features.Select((feature, i) => (feature.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i);
        _offsets = new int[features.Count];
        foreach (var (feature, i) in features.Select((feature, i) => (feature, i)))
        {
            _offsets[i] = Width;
            Width += feature.Feature.Width;
        }
    }

    /// <summary>What the dictionary says of itself: guide, version, identifier, condition, panels, groups.</summary>
    public DictionaryHead Head { get; }

    /// <summary>All features in the dictionary's order.</summary>
    public IReadOnlyList<FeatureDefinition> Features { get; }

    /// <summary>Texts that travel beside the features and that no model sees, in the dictionary's order.</summary>
    public IReadOnlyList<TextDefinition> Texts { get; internal init; } = [];

    /// <summary>The same features as models see them.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>How many numbers a row has: the sum of the features' widths.</summary>
    public int Width { get; }

    /// <summary>Where the numbers of the feature at <paramref name="position"/> start in a row.</summary>
    public int Offset(int position) => _offsets[position];

    /// <summary>The position of the feature of that name.</summary>
    /// <exception cref="KeyNotFoundException">The dictionary has no such feature.</exception>
    public int Position(string name) => _positions[name];

    /// <summary>The feature of that name.</summary>
    /// <exception cref="KeyNotFoundException">The dictionary has no such feature.</exception>
    public FeatureDefinition this[string name] => Features[_positions[name]];

    /// <summary>Reads a dictionary.</summary>
    /// <param name="path">A <c>data-dictionary.yaml</c>.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The file is not a valid dictionary; every message names file, line and feature.</exception>
    public static DataDictionary Load(string path) => DictionaryLoader.Load(path);
}
