using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;
using YamlDotNet.RepresentationModel;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>A YAML mapping that knows where it stands, so that every complaint names file, line and feature.</summary>
internal sealed class YamlMap(YamlMappingNode node, string file, string subject)
{
    public IEnumerable<(string Key, YamlNode Value)> Entries => node.Children.Select(pair => (Scalar(pair.Key), pair.Value));

    public YamlMap About(string other) => new(node, file, other);

    public string Text(string key) => Optional(key) ?? throw Problem(node, $"'{key}' is missing");

    public string? Optional(string key) => Find(key) is { } value ? Scalar(value) : null;

    public bool Has(string key) => Find(key) is not null;

    public double? Number(string key) => Find(key) is { } value ? Number(value) : null;

    public double Number(YamlNode value)
        => double.TryParse(Scalar(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Problem(value, $"'{Scalar(value)}' is not a number");

    public bool Flag(string key) => Optional(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw Problem(Find(key)!, $"'{key}' is '{other}'; it is true or false"),
    };

    public IReadOnlyList<YamlNode> List(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children.ToArray(),
        var other => throw Problem(other, $"'{key}' must be a list"),
    };

    public IReadOnlyList<string> Texts(string key) => List(key).Select(Scalar).ToArray();

    public YamlMap Map(string key) => Find(key) is { } value ? Map(value) : throw Problem(node, $"'{key}' is missing");

    public YamlMap Map(YamlNode value)
        => value is YamlMappingNode map ? new YamlMap(map, file, subject) : throw Problem(value, "a mapping (key: value) is expected here");

    public YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public string Scalar(YamlNode value)
        => value is YamlScalarNode { Value: { } text } ? text : throw Problem(value, "a single value is expected here");

    /// <summary>A misspelt key must not be silently without effect.</summary>
    public void AllowOnly(params string[] keys)
    {
        foreach (var key in node.Children.Keys.Where(key => !keys.Contains(Scalar(key))))
        {
            throw Problem(key, $"unknown key '{Scalar(key)}'; known are {string.Join(", ", keys)}");
        }
    }

    public OperationProblem Problem(string message) => Problem(node, message);

    public OperationProblem Problem(YamlNode at, string message)
        => OperationProblem.Structure($"{file}, line {at.Start.Line}, {subject}: {message}.");
}
