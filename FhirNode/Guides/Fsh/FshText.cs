using System.Globalization;
using System.Text;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>A file of FHIR Shorthand (FSH 3.0.0) in the making.</summary>
internal sealed class FshText
{
    private readonly StringBuilder _text = new("// Generated from data-dictionary.yaml by 'genomed guide fsh'. Edit the dictionary, not this file.\n");

    /// <summary>Starts a definition.</summary>
    /// <param name="kind">Profile, ValueSet or CodeSystem.</param>
    /// <param name="id">Its id; the name follows from it.</param>
    /// <param name="title">What a person calls it.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="parent">The profile that it derives from.</param>
    public FshText Begin(string kind, string id, string title, string description, string? parent = null)
    {
        _text.Append('\n').Append(kind).Append(": ").Append(Name(id)).Append('\n');
        if (parent is not null)
        {
            _text.Append("Parent: ").Append(parent).Append('\n');
        }

        _text.Append("Id: ").Append(id).Append('\n').Append("Title: ").Append(Quote(title)).Append('\n').Append("Description: ").Append(Quote(description)).Append('\n');
        return this;
    }

    /// <summary>Starts a mapping of a profile's elements to another specification's.</summary>
    /// <param name="name">The mapping's own name, unique in the guide.</param>
    /// <param name="source">The profile's name.</param>
    /// <param name="target">What it is mapped to.</param>
    /// <param name="identity"><c>StructureDefinition.mapping.identity</c>.</param>
    /// <param name="title">What a person calls the target.</param>
    public FshText BeginMapping(string name, string source, string target, string identity, string title)
    {
        _text.Append("\nMapping: ").Append(name).Append("\nSource: ").Append(source).Append("\nTarget: ").Append(Quote(target))
            .Append("\nId: ").Append(identity).Append("\nTitle: ").Append(Quote(title)).Append('\n');
        return this;
    }

    public FshText Rule(string rule)
    {
        _text.Append("* ").Append(rule).Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A computable name: letters, digits and '_', a capital first (invariant cnl-0).</summary>
    public static string Name(string id)
    {
        var name = string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary><c>system#code</c>.</summary>
    public static string Code(Coding coding) => $"{coding.System}{Code(coding.Code)}";

    public static string Code(string code) => code.Any(char.IsWhiteSpace) ? $"#{Quote(code)}" : $"#{code}";

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
