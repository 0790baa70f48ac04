using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>One concept of a code system, with its place in the hierarchy.</summary>
public sealed class Concept
{
    private readonly JsonElement _json;

    internal Concept(CodeSystem system, JsonElement json, string code)
    {
        System = system;
        _json = json;
        Code = code;
    }

    public CodeSystem System { get; }

    public string Code { get; }

    public string? Display => _json.Text("display");

    public string? Definition => _json.Text("definition");

    /// <summary><c>CodeSystem.concept.designation</c>: names in other languages or for other uses.</summary>
    public IEnumerable<JsonElement> Designations => _json.Items("designation");

    /// <summary><c>CodeSystem.concept.property</c>: a code and a value[x].</summary>
    public IEnumerable<JsonElement> Properties => _json.Items("property");

    /// <summary>The concepts right above it: by nesting, or by a property <c>parent</c> or <c>subsumedBy</c>.</summary>
    public IReadOnlyList<Concept> Parents => ParentList;

    /// <summary>The concepts right below it.</summary>
    public IReadOnlyList<Concept> Children => ChildList;

    /// <summary>Only there to group others: not to be used in data.</summary>
    public bool IsAbstract => Flag("notSelectable") || Flag("abstract");

    /// <summary>No longer to be used in new data.</summary>
    public bool IsInactive => Flag("inactive") || PropertyTexts("status").Any(status => status is "retired" or "inactive");

    internal List<Concept> ParentList { get; } = [];

    internal List<Concept> ChildList { get; } = [];

    /// <summary>The values of a property as text.</summary>
    public IEnumerable<string> PropertyTexts(string code)
        => Properties.Where(property => property.Text("code") == code).Select(Value).OfType<string>();

    /// <summary>Itself and all below it, each once.</summary>
    public IEnumerable<Concept> WithDescendants() => Walk(concept => concept.ChildList);

    /// <summary>Itself and all above it, each once.</summary>
    public IEnumerable<Concept> WithAncestors() => Walk(concept => concept.ParentList);

    private static string? Value(JsonElement property)
    {
        foreach (var member in property.EnumerateObject().Where(member => member.Name.StartsWith("value", StringComparison.Ordinal)))
        {
            return member.Value.ValueKind == JsonValueKind.Object ? member.Value.Text("code")
                : member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.Value.GetRawText()
                : member.Value.ToString();
        }

        return null;
    }

    private bool Flag(string code) => PropertyTexts(code).Contains("true");

    private IEnumerable<Concept> Walk(Func<Concept, List<Concept>> next)
    {
        var seen = new HashSet<Concept> { this };
        var waiting = new Queue<Concept>(seen);
        while (waiting.TryDequeue(out var concept))
        {
            yield return concept;
            next(concept).Where(seen.Add).ToList().ForEach(waiting.Enqueue);
        }
    }
}
