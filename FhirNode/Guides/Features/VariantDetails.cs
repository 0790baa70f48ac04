using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>From a variant and a component's code to the feature that is this detail of it.</summary>
internal sealed class VariantDetails
{
    private readonly Dictionary<(int Variant, string Code), int> _positions = [];

    public VariantDetails(DataDictionary dictionary)
    {
        for (var position = 0; position < dictionary.Features.Count; position++)
        {
            var feature = dictionary.Features[position];
            foreach (var coding in feature.Carrier.Of is null ? [] : feature.Codings)
            {
                _positions.TryAdd((dictionary.Position(feature.Carrier.Of!), coding.Key), position);
            }
        }
    }

    public bool Any => _positions.Count > 0;

    /// <summary>The feature, or -1.</summary>
    public int Find(int variant, string? codes)
        => Codes.Split(codes).Select(code => _positions.GetValueOrDefault((variant, code), -1)).FirstOrDefault(position => position >= 0, -1);
}
