namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads everything of a dictionary but its features.</summary>
internal static class HeadReader
{
    /// <summary>Newer formats are refused rather than half understood.</summary>
    private const string Format = "1";

    public static (DictionaryHead Head, CodingReader Codes) Read(YamlMap root)
    {
        root.AllowOnly("format", "guide", "version", "title", "canonical", "systems", "missing", "identifier", "condition", "analysis", "panels", "groups", "rules", "features", "texts");
        if (root.Text("format") != Format)
        {
            throw root.Problem($"format is '{root.Text("format")}'; this version reads format {Format}");
        }

        var systems = root.Map("systems").Entries.ToDictionary(entry => entry.Key, entry => root.Scalar(entry.Value));
        systems["guide"] = $"{root.Text("canonical")}/CodeSystem/terms";
        var codes = new CodingReader(systems);
        return (Head(root, codes), codes);
    }

    private static DictionaryHead Head(YamlMap root, CodingReader codes) => new()
    {
        Guide = root.Text("guide"),
        Version = root.Text("version"),
        Title = root.Text("title"),
        Canonical = root.Text("canonical"),
        Missing = root.Texts("missing"),
        Identifier = new IdentifierDefinition(root.Map("identifier").Text("column"), root.Map("identifier").Text("system")),
        Condition = Condition(root.Map("condition").About("condition"), codes),
        Analysis = root.Has("analysis") ? Analysis(root.Map("analysis").About("analysis")) : null,
        Panels = Named(root, "panels", (id, map) => Panel(id, map, codes)),
        Groups = Named(root, "groups", (id, map) => Group(id, map, codes)),
        Rules = [.. root.List("rules").Select(node => Rule(root.Map(node).About("rules")))],
    };

    private static ConditionDefinition Condition(YamlMap map, CodingReader codes)
    {
        map.AllowOnly("label", "codes", "mcode");
        return new ConditionDefinition(map.Text("label"), NotEmpty(map, codes)) { Mcode = FeatureReader.Mcode(map) };
    }

    private static AnalysisDefinition Analysis(YamlMap map)
    {
        map.AllowOnly("outcome", "score", "prognostic", "derived");
        return new AnalysisDefinition
        {
            Outcome = map.Text("outcome"),
            Score = map.Optional("score"),
            Prognostic = map.Texts("prognostic"),
            Derived = map.Texts("derived"),
        };
    }

    private static PanelDefinition Panel(string id, YamlMap map, CodingReader codes)
    {
        map.AllowOnly("label", "codes", "item");
        var item = map.Find("item") ?? throw map.Problem("'item' is missing: the component code under which a finding is named");
        return new PanelDefinition(id, map.Text("label"), NotEmpty(map, codes), codes.Read(map, item));
    }

    private static GroupDefinition Group(string id, YamlMap map, CodingReader codes)
    {
        map.AllowOnly("label", "codes", "category");
        return new GroupDefinition(id, map.Text("label"), NotEmpty(map, codes), map.Text("category"));
    }

    private static RuleDefinition Rule(YamlMap map)
    {
        map.AllowOnly("id", "label", "impossible", "source");
        return new RuleDefinition(map.Text("id"), map.Text("label"), map.Text("impossible"), map.Text("source"));
    }

    private static IReadOnlyList<Coding> NotEmpty(YamlMap map, CodingReader codes)
    {
        var read = codes.ReadAll(map, "codes");
        return read.Count > 0 ? read : throw map.Problem("'codes' must have at least one code");
    }

    private static Dictionary<string, T> Named<T>(YamlMap root, string key, Func<string, YamlMap, T> read)
        => root.Has(key)
            ? root.Map(key).Entries.ToDictionary(entry => entry.Key, entry => read(entry.Key, root.Map(entry.Value).About($"{key} '{entry.Key}'")))
            : [];
}
