using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Fsh;
using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads one feature of a dictionary.</summary>
internal sealed class FeatureReader(DictionaryHead head, CodingReader codes)
{
    private static readonly string[] Keys =
    [
        "name", "label", "type", "role", "unit", "codes", "carrier", "columns", "required", "categories", "ordered",
        "range", "limits", "conversions", "missing", "dimension", "items", "aliases", "values", "elements", "bodySite", "decimals", "mcode",
    ];

    /// <param name="map">The feature's mapping.</param>
    /// <param name="name">Its name, with a template's item filled in.</param>
    /// <param name="label">Its label, likewise.</param>
    /// <param name="own">The codings that a template's item brings, or null.</param>
    /// <param name="id">The template's item, which <c>{id}</c> stands for in aliases and columns; "" outside a template.</param>
    public FeatureDefinition Read(YamlMap map, string name, string label, IReadOnlyList<Coding>? own, string id = "")
    {
        map.AllowOnly(Keys);
        var type = Enumerate<FeatureType>(map, "type");
        var categories = new CategoryReader(head, codes).Read(map, type, name);
        return new FeatureDefinition
        {
            Feature = Feature(map, name, label, type, categories),
            Carrier = new CarrierReader(head).Read(map, type, id),
            Columns = Columns(map, name, type, id),
            Aliases = [.. map.Texts("aliases").Select(alias => TemplateReader.Fill(alias, id, id))],
            Values = Values(map, type),
            Required = map.Flag("required"),
            Codings = own ?? Codings(map, name, label),
            Categories = categories,
            Conversions = Conversions(map),
            Elements = Elements(map, type),
            BodySite = map.Find("bodySite") is { } site ? codes.Read(map, site) : null,
            LowerLimit = Bound(map, "limits", 0),
            UpperLimit = Bound(map, "limits", 1),
            Decimals = Decimals(map, type),
            Missing = map.Texts("missing"),
            Mcode = Mcode(map),
        };
    }

    public static T Enumerate<T>(YamlMap map, string key)
        where T : struct, Enum
        => Enum.TryParse<T>(map.Text(key).Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw map.Problem(map.Find(key)!, $"'{map.Text(key)}' is no {key}; known are {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    /// <summary>The mCODE profile that the resource, or the component, is mapped to.</summary>
    public static string? Mcode(YamlMap map) => map.Optional("mcode") is not { } name || McodeMaps.Names.Contains(name)
        ? map.Optional("mcode")
        : throw map.Problem(map.Find("mcode")!, $"no mapping to mCODE's '{name}'; there are: {string.Join(", ", McodeMaps.Names)}");

    private static Feature Feature(YamlMap map, string name, string label, FeatureType type, IReadOnlyList<CategoryDefinition> categories) => new()
    {
        Name = name,
        Label = label,
        Type = type,
        Role = Enumerate<FeatureRole>(map, "role"),
        Unit = map.Optional("unit"),
        Categories = type == FeatureType.Category ? categories.Select(category => category.Code).ToArray() : [],
        Ordered = map.Flag("ordered"),
        Minimum = Bound(map, "range", 0),
        Maximum = Bound(map, "range", 1),
        Dimension = map.Has("elements") ? map.List("elements").Count : (int)(map.Number("dimension") ?? 1),
    };

    private static IReadOnlyList<string> Columns(YamlMap map, string name, FeatureType type, string id)
    {
        IReadOnlyList<string> columns = map.Has("columns") ? [.. map.Texts("columns").Select(column => TemplateReader.Fill(column, id, id))] : [name];
        var expected = type == FeatureType.TimeToEvent ? 2 : 1;
        return columns.Count == expected ? columns : throw map.Problem($"a {type} feature has {expected} columns, not {columns.Count}");
    }

    private IReadOnlyList<Coding> Codings(YamlMap map, string name, string label)
    {
        var declared = codes.ReadAll(map, "codes");
        return declared.Count > 0 ? declared : [new Coding(head.OwnSystem, name, label)];
    }

    /// <summary>What each number of a vector is; their count is its dimension.</summary>
    private IReadOnlyList<Coding> Elements(YamlMap map, FeatureType type)
    {
        var elements = codes.ReadAll(map, "elements");
        return elements.Count == 0 || type == FeatureType.Vector ? elements : throw map.Problem(map.Find("elements")!, "only a vector has 'elements'");
    }

    /// <summary>Spellings of a number, such as "2 or more" for 2; a category has synonyms instead.</summary>
    private static Dictionary<string, string> Values(YamlMap map, FeatureType type)
    {
        var values = map.Has("values") ? map.Map("values").Entries.ToDictionary(entry => entry.Key, entry => map.Number(entry.Value).ToString("R", CultureInfo.InvariantCulture)) : [];
        return values.Count == 0 || type is FeatureType.Continuous or FeatureType.Count
            ? values
            : throw map.Problem(map.Find("values")!, "'values' spell numbers; a category lists 'synonyms'");
    }

    private static Dictionary<string, decimal> Conversions(YamlMap map)
        => map.Has("conversions") ? map.Map("conversions").Entries.ToDictionary(entry => entry.Key, entry => (decimal)map.Number(entry.Value)) : [];

    private static int? Decimals(YamlMap map, FeatureType type) => map.Number("decimals") switch
    {
        null => null,
        var places when type is not (FeatureType.Continuous or FeatureType.TimeToEvent) => throw map.Problem(map.Find("decimals")!, $"a {type} feature has no 'decimals'"),
        >= 0 and <= 9 and double places when places == Math.Floor(places) => (int)places,
        _ => throw map.Problem(map.Find("decimals")!, "'decimals' is a whole number, 0 to 9"),
    };

    private static double? Bound(YamlMap map, string key, int index)
    {
        var bounds = map.List(key);
        return bounds.Count switch
        {
            0 => null,
            2 => Open(map, bounds[index]),
            _ => throw map.Problem(map.Find(key)!, $"'{key}' is [lowest, highest]; write ~ for an open end"),
        };
    }

    private static double? Open(YamlMap map, YamlNode bound) => map.Scalar(bound) is "~" ? null : map.Number(bound);
}
