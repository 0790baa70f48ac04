namespace GenoMed.Fhir.Guides.Units;

/// <summary>The atoms and prefixes of UCUM that laboratories, clinics and imaging use. An atom marked metric takes a prefix.</summary>
internal static class UcumTable
{
    private static readonly Dictionary<string, double> Prefixes = new()
    {
        ["Y"] = 1e24, ["Z"] = 1e21, ["E"] = 1e18, ["P"] = 1e15, ["T"] = 1e12, ["G"] = 1e9, ["M"] = 1e6, ["k"] = 1e3, ["h"] = 1e2, ["da"] = 1e1,
        ["d"] = 1e-1, ["c"] = 1e-2, ["m"] = 1e-3, ["u"] = 1e-6, ["n"] = 1e-9, ["p"] = 1e-12, ["f"] = 1e-15, ["a"] = 1e-18, ["z"] = 1e-21, ["y"] = 1e-24,
    };

    private static readonly Dictionary<string, UcumValue> Metric = new()
    {
        ["m"] = Of(1, metre: 1),
        ["g"] = Of(1, gram: 1),
        ["s"] = Of(1, second: 1),
        ["K"] = Of(1, kelvin: 1),
        ["mol"] = Of(1, mole: 1),
        ["eq"] = Of(1, mole: 1),
        ["osm"] = Of(1, mole: 1),
        ["L"] = Of(1e-3, metre: 3),
        ["l"] = Of(1e-3, metre: 3),
        ["Hz"] = Of(1, second: -1),
        ["Bq"] = Of(1, second: -1),
        ["N"] = Of(1e3, metre: 1, gram: 1, second: -2),
        ["Pa"] = Of(1e3, metre: -1, gram: 1, second: -2),
        ["J"] = Of(1e3, metre: 2, gram: 1, second: -2),
        ["W"] = Of(1e3, metre: 2, gram: 1, second: -3),
        ["Gy"] = Of(1, metre: 2, second: -2),
        ["Sv"] = Of(1, metre: 2, second: -2),
        ["kat"] = Of(1, mole: 1, second: -1),
        ["U"] = Of(1e-6 / 60, mole: 1, second: -1),
        ["[iU]"] = Of(1, unit: 1),
        ["[IU]"] = Of(1, unit: 1),
        ["bar"] = Of(1e8, metre: -1, gram: 1, second: -2),
        ["m[Hg]"] = Of(133322000, metre: -1, gram: 1, second: -2),
    };

    private static readonly Dictionary<string, UcumValue> Plain = new()
    {
        ["10*"] = Of(10),
        ["10^"] = Of(10),
        ["%"] = Of(1e-2),
        ["[ppth]"] = Of(1e-3),
        ["[ppm]"] = Of(1e-6),
        ["rad"] = Of(1, radian: 1),
        ["deg"] = Of(Math.PI / 180, radian: 1),
        ["min"] = Of(60, second: 1),
        ["h"] = Of(3600, second: 1),
        ["d"] = Of(86400, second: 1),
        ["wk"] = Of(7 * 86400, second: 1),
        ["mo"] = Of(365.25 / 12 * 86400, second: 1),
        ["mo_j"] = Of(365.25 / 12 * 86400, second: 1),
        ["a"] = Of(365.25 * 86400, second: 1),
        ["a_j"] = Of(365.25 * 86400, second: 1),
        ["[in_i]"] = Of(0.0254, metre: 1),
        ["[ft_i]"] = Of(0.3048, metre: 1),
        ["[lb_av]"] = Of(453.59237, gram: 1),
        ["[oz_av]"] = Of(28.349523125, gram: 1),
    };

    /// <summary>The atom as it stands, else with a prefix; null where it is neither.</summary>
    public static UcumValue? Find(string symbol)
        => Plain.GetValueOrDefault(symbol) ?? Metric.GetValueOrDefault(symbol) ?? Prefixed(symbol, 1) ?? Prefixed(symbol, 2);

    private static UcumValue? Prefixed(string symbol, int length)
        => symbol.Length > length && Prefixes.TryGetValue(symbol[..length], out var scale) && Metric.TryGetValue(symbol[length..], out var atom)
            ? atom.Scaled(scale)
            : null;

    private static UcumValue Of(double factor, int metre = 0, int gram = 0, int second = 0, int kelvin = 0, int mole = 0, int radian = 0, int unit = 0)
        => new(factor, [metre, gram, second, kelvin, mole, radian, unit]);
}
