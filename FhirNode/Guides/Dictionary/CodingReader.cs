using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads codings written as <c>system|code</c> or <c>system|code|display</c>, the system by its short name.</summary>
internal sealed class CodingReader(IReadOnlyDictionary<string, string> systems)
{
    public Coding Read(YamlMap map, YamlNode node)
    {
        var parts = map.Scalar(node).Split('|');
        if (parts.Length is < 2 or > 3)
        {
            throw map.Problem(node, $"'{map.Scalar(node)}' is not a code; write system|code or system|code|display");
        }

        return systems.TryGetValue(parts[0], out var system)
            ? new Coding(system, parts[1], parts.Length == 3 ? parts[2] : null)
            : throw map.Problem(node, $"unknown code system '{parts[0]}'; declared are {string.Join(", ", systems.Keys)}");
    }

    public IReadOnlyList<Coding> ReadAll(YamlMap map, string key) => map.List(key).Select(node => Read(map, node)).ToArray();
}
