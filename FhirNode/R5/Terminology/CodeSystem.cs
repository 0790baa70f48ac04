using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>A code system whose concepts are known, all of them or some. Immutable after construction.</summary>
public sealed class CodeSystem
{
    private readonly Dictionary<string, Concept> _concepts;

    /// <param name="resources">The code system; where it is a fragment, the codes of other fragments of it belong as well.</param>
    internal CodeSystem(IReadOnlyList<JsonElement> resources)
    {
        var json = resources[0];
        Url = json.Text("url")!;
        Version = json.Text("version");
        Name = json.Text("title") ?? json.Text("name") ?? Url;
        IsComplete = json.Text("content") is null or "complete";
        IsCaseSensitive = json.Child("caseSensitive") is not { ValueKind: JsonValueKind.False };
        PropertyTypes = json.Items("property").Where(property => property.Text("code") is not null)
            .DistinctBy(property => property.Text("code")).ToDictionary(property => property.Text("code")!, property => property.Text("type") ?? "string");
        _concepts = new Dictionary<string, Concept>(IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var part in resources.Take(IsComplete ? 1 : resources.Count))
        {
            Add(part.Items("concept"), parent: null);
        }

        LinkByProperty();
    }

    public string Url { get; }

    public string? Version { get; }

    /// <summary>Its title, for a person.</summary>
    public string Name { get; }

    /// <summary>False for a fragment: codes that are not here may exist all the same.</summary>
    public bool IsComplete { get; }

    public bool IsCaseSensitive { get; }

    /// <summary>The properties that concepts may have, with their types.</summary>
    public IReadOnlyDictionary<string, string> PropertyTypes { get; }

    /// <summary>Every concept, in the order of the resource.</summary>
    public IReadOnlyCollection<Concept> Concepts => _concepts.Values;

    public Concept? Find(string code) => _concepts.GetValueOrDefault(code);

    private void Add(IEnumerable<JsonElement> concepts, Concept? parent)
    {
        foreach (var json in concepts)
        {
            if (json.Text("code") is not { } code || !_concepts.TryAdd(code, new Concept(this, json, code)))
            {
                continue;
            }

            var concept = _concepts[code];
            Link(parent, concept);
            Add(json.Items("concept"), concept);
        }
    }

    private void LinkByProperty()
    {
        foreach (var concept in _concepts.Values)
        {
            foreach (var parent in concept.PropertyTexts("parent").Concat(concept.PropertyTexts("subsumedBy")).Select(Find))
            {
                Link(parent, concept);
            }

            foreach (var child in concept.PropertyTexts("child").Select(Find).OfType<Concept>())
            {
                Link(concept, child);
            }
        }
    }

    private static void Link(Concept? parent, Concept child)
    {
        if (parent is not null && !child.ParentList.Contains(parent))
        {
            child.ParentList.Add(parent);
            parent.ChildList.Add(child);
        }
    }
}
