using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Variants;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>From a variant and a component's code to the text that this component carries.</summary>
internal sealed class TextIndex
{
    private readonly Dictionary<(int Variant, string Code), TextDefinition> _texts = [];

    public TextIndex(DataDictionary dictionary)
    {
        foreach (var text in dictionary.Texts)
        {
            foreach (var coding in text.Codings)
            {
                _texts.TryAdd((dictionary.Position(text.Of), coding.Key), text);
            }
        }
    }

    public bool Any => _texts.Count > 0;

    public TextDefinition? Find(int variant, string? codes)
        => Codes.Split(codes).Select(code => _texts.GetValueOrDefault((variant, code))).FirstOrDefault(text => text is not null);

    /// <summary>The HGVS among a value's codings, or null.</summary>
    public static string? Value(string? coded)
        => Codes.Split(coded).FirstOrDefault(code => code.StartsWith(Hgvs.System + "|", StringComparison.Ordinal))?[(Hgvs.System.Length + 1)..];
}
