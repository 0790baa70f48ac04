using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>From a code in a resource to the feature that it stands for.</summary>
internal sealed class CodeIndex
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    public CodeIndex(DataDictionary dictionary, Func<Carrier, bool> match)
    {
        foreach (var position in Positions.Where(dictionary, match))
        {
            foreach (var coding in dictionary.Features[position].Codings)
            {
                _positions.TryAdd(coding.Key, position);
            }
        }
    }

    /// <summary>The feature of the first code that is one's, or -1. Codes are <c>system|code</c>, one a line, as the views join them.</summary>
    public int Find(string? codes)
    {
        foreach (var code in Codes.Split(codes))
        {
            if (_positions.TryGetValue(code, out var position))
            {
                return position;
            }
        }

        return -1;
    }
}
