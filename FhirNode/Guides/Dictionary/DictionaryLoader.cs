using GenoMed.Fhir.R5.Outcomes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads and validates a <c>data-dictionary.yaml</c>.</summary>
internal static class DictionaryLoader
{
    public static DataDictionary Load(string path)
    {
        var file = Path.GetFileName(path);
        var root = new YamlMap(Parse(path, file), file, "dictionary");
        var (head, codes) = HeadReader.Read(root);
        var reader = new TemplateReader(new FeatureReader(head, codes), codes);
        var features = root.List("features").SelectMany(node => reader.Read(root.Map(node))).ToArray();
        DictionaryRules.Check(root, head, features);
        var dictionary = new DataDictionary(head with { Profiles = CompiledProfiles(path) }, features) { Texts = new TextReader(codes, features).Read(root) };
        CombinationRules.Check(root, dictionary);
        return dictionary;
    }

    private static HashSet<string> CompiledProfiles(string path)
    {
        const string Prefix = "StructureDefinition-";
        var folder = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, "profiles");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, Prefix + "*.json").Select(file => Path.GetFileNameWithoutExtension(file)[Prefix.Length..])]
            : [];
    }

    private static YamlMappingNode Parse(string path, string file)
    {
        var stream = new YamlStream();
        try
        {
            using var text = File.OpenText(path);
            stream.Load(text);
        }
        catch (YamlException e)
        {
            throw OperationProblem.Structure($"{file}, line {e.Start.Line}: {e.Message}");
        }
        catch (IOException e)
        {
            throw OperationProblem.NotFound($"The dictionary {path} cannot be read: {e.Message}");
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? root
            : throw OperationProblem.Structure($"{file}: a dictionary is one YAML mapping.");
    }
}
