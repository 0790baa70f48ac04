using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>Which features travel in a shape.</summary>
internal static class Positions
{
    public static int[] Of(DataDictionary dictionary, CarrierKind kind) => Where(dictionary, carrier => carrier.Kind == kind);

    public static int[] Where(DataDictionary dictionary, Func<Carrier, bool> match)
        => Enumerable.Range(0, dictionary.Features.Count).Where(i => match(dictionary.Features[i].Carrier)).ToArray();
}
