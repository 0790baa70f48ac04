using System.Collections.Frozen;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>
/// The UCUM atoms of clinical data, each in terms of base units (m, s, g, rad, K, C, cd and, apart from them, mol).
/// An unknown atom becomes a dimension of its own: it compares with itself and nothing else.
/// </summary>
internal static class UcumAtoms
{
    private static readonly FrozenDictionary<string, decimal> Prefixes = new Dictionary<string, decimal>
    {
        ["Y"] = 1e24m, ["Z"] = 1e21m, ["E"] = 1e18m, ["P"] = 1e15m, ["T"] = 1e12m, ["G"] = 1e9m, ["M"] = 1e6m, ["k"] = 1e3m, ["h"] = 1e2m, ["da"] = 10m,
        ["d"] = 0.1m, ["c"] = 0.01m, ["m"] = 1e-3m, ["u"] = 1e-6m, ["n"] = 1e-9m, ["p"] = 1e-12m, ["f"] = 1e-15m, ["a"] = 1e-18m,
    }.ToFrozenDictionary();

    private static readonly string[] Bases = ["m", "s", "g", "rad", "K", "C", "cd", "mol", "Cel", "[degF]", "[pH]", "[iU]", "[arb'U]", "B", "bit"];

    // Defined by another unit; those of this list that take metric prefixes are named in Metric.
    private static readonly FrozenDictionary<string, (decimal Factor, string Unit)> Derived = new Dictionary<string, (decimal, string)>
    {
        ["%"] = (0.01m, "1"), ["[ppth]"] = (1e-3m, "1"), ["[ppm]"] = (1e-6m, "1"), ["[ppb]"] = (1e-9m, "1"), ["10*"] = (10m, "1"), ["10^"] = (10m, "1"),
        ["min"] = (60m, "s"), ["h"] = (3600m, "s"), ["d"] = (86400m, "s"), ["wk"] = (604800m, "s"), ["a"] = (31557600m, "s"), ["a_j"] = (31557600m, "s"), ["mo"] = (2629800m, "s"), ["mo_j"] = (2629800m, "s"),
        ["L"] = (0.001m, "m3"), ["l"] = (0.001m, "m3"), ["ar"] = (100m, "m2"), ["t"] = (1e6m, "g"), ["u"] = (1.66053906660e-24m, "g"),
        ["[in_i]"] = (0.0254m, "m"), ["[ft_i]"] = (0.3048m, "m"), ["[yd_i]"] = (0.9144m, "m"), ["[mi_i]"] = (1609.344m, "m"),
        ["[lb_av]"] = (453.59237m, "g"), ["[oz_av]"] = (28.349523125m, "g"), ["[gr]"] = (0.06479891m, "g"), ["[stone_av]"] = (6350.29318m, "g"),
        ["N"] = (1000m, "g.m/s2"), ["Pa"] = (1000m, "g/m/s2"), ["J"] = (1000m, "g.m2/s2"), ["W"] = (1000m, "g.m2/s3"), ["Hz"] = (1m, "/s"), ["bar"] = (100000m, "Pa"), ["atm"] = (101325m, "Pa"),
        ["m[Hg]"] = (133322.387415m, "Pa"), ["m[H2O]"] = (9806.65m, "Pa"), ["A"] = (1m, "C/s"), ["V"] = (1m, "J/C"), ["Ohm"] = (1m, "V/A"), ["S"] = (1m, "A/V"), ["F"] = (1m, "C/V"),
        ["Bq"] = (1m, "/s"), ["Gy"] = (1m, "J/kg"), ["Sv"] = (1m, "J/kg"), ["kat"] = (1m, "mol/s"), ["U"] = (1e-6m, "mol/min"), ["eq"] = (1m, "mol"), ["osm"] = (1m, "mol"),
        ["cal"] = (4.184m, "J"), ["[Cal]"] = (4184m, "J"), ["deg"] = (0.0174532925199432957692369077m, "rad"), ["[IU]"] = (1m, "[iU]"), ["By"] = (8m, "bit"),
        ["[cup_us]"] = (0.0002365882365m, "m3"), ["[foz_us]"] = (0.0000295735295625m, "m3"), ["[tsp_us]"] = (0.00000492892159375m, "m3"), ["[tbs_us]"] = (0.00001478676478125m, "m3"), ["[pt_us]"] = (0.000473176473m, "m3"), ["[qt_us]"] = (0.000946352946m, "m3"), ["[gal_us]"] = (0.003785411784m, "m3"),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Metric = new[]
    {
        "m", "s", "g", "rad", "K", "C", "cd", "mol", "L", "l", "ar", "t", "u", "N", "Pa", "J", "W", "Hz", "bar", "m[Hg]", "m[H2O]", "A", "V", "Ohm", "S", "F", "Bq", "Gy", "Sv", "kat", "U", "eq", "osm", "cal", "[iU]", "[IU]", "By", "bit", "B", "Cel", "a",
    }.ToFrozenSet();

    public static UcumUnit? Find(string atom) => Whole(atom) ?? Prefixed(atom) ?? Arbitrary(atom);

    private static UcumUnit? Whole(string atom)
        => Derived.TryGetValue(atom, out var derived) ? UcumUnit.Parse(derived.Unit)?.Times(derived.Factor)
            : Bases.Contains(atom) ? UcumUnit.Base(atom)
            : null;

    private static UcumUnit? Prefixed(string atom)
    {
        for (var length = 1; length <= 2 && length < atom.Length; length++)
        {
            if (Prefixes.TryGetValue(atom[..length], out var factor) && Metric.Contains(atom[length..]) && Whole(atom[length..]) is { } unit)
            {
                return unit.Times(factor);
            }
        }

        return null;
    }

    private static UcumUnit Arbitrary(string atom) => UcumUnit.Base(atom);
}
