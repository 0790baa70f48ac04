using System.Collections.Concurrent;
using System.Text.Json;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>
/// A terminology over a fixed set of CodeSystems and ValueSets: those of FHIR R5, of the guides, of the store. What is
/// asked for is read once and kept. Another set of resources is another instance.
/// </summary>
public sealed class TerminologyService(ICanonicalSource source) : ITerminology
{
    private readonly ConcurrentDictionary<string, CodeSystem> _codeSystems = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ValueSetContent> _valueSets = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyDictionary<string, string>> _implicitSets = new(() => ImplicitSets(source));

    /// <summary>The code systems and value sets of FHIR R5 alone.</summary>
    public static TerminologyService Official { get; } = new(new OfficialSource());

    /// <summary>The code system of a canonical URL, or null when it is not known here.</summary>
    public CodeSystem? CodeSystem(string canonical)
        => _codeSystems.TryGetValue(canonical, out var known) ? known
            : source.FindAll("CodeSystem", CanonicalUrl.Parse(canonical)).Where(json => json.Child("concept") is not null).ToList() is { Count: > 0 } found ? _codeSystems.GetOrAdd(canonical, new CodeSystem(found))
            : null;

    /// <summary>The value set of a canonical URL, or null when it is not known here; a code system's own <c>valueSet</c> takes all its codes.</summary>
    public ValueSetContent? ValueSet(string canonical)
        => _valueSets.TryGetValue(canonical, out var known) ? known
            : Read(canonical) is { } read ? _valueSets.GetOrAdd(canonical, read)
            : null;

    /// <summary>The concept map of a canonical URL, or null when it is not known here.</summary>
    internal JsonElement? ConceptMap(string canonical) => source.Find("ConceptMap", CanonicalUrl.Parse(canonical));

    /// <summary>A value set that a client sent along.</summary>
    /// <exception cref="OperationProblem">Unprocessable: it imports itself, or others in too long a chain.</exception>
    public ValueSetContent ValueSet(JsonElement valueSet)
    {
        ValueSetImports.Check(valueSet, source);
        return new ValueSetContent(valueSet, this);
    }

    /// <exception cref="OperationProblem">NotFound.</exception>
    public ValueSetContent RequireValueSet(string canonical) => ValueSet(canonical) ?? throw Unknown(canonical);

    /// <exception cref="OperationProblem">NotFound.</exception>
    public CodeSystem RequireCodeSystem(string canonical) => CodeSystem(canonical)
        ?? throw OperationProblem.NotFound($"The code system {canonical} is not known here: it is neither of FHIR R5, nor in a loaded guide, nor stored on this node. LOINC and SNOMED CT are known by the codes that guides use.");

    public IReadOnlyCollection<ConceptKey> Members(string valueSet) => RequireValueSet(valueSet).Members;

    public IReadOnlyCollection<ConceptKey> Below(string? system, string code) => Relatives(system, code, concept => concept.WithDescendants());

    public IReadOnlyCollection<ConceptKey> Above(string? system, string code) => Relatives(system, code, concept => concept.WithAncestors());

    public bool? Contains(string valueSet, string? system, string code)
    {
        try
        {
            return ValueSet(valueSet)?.Contains(system, code);
        }
        catch (OperationProblem)
        {
            // The value set imports one that is not known, or is faulty: whether it has the code cannot be told.
            return null;
        }
    }

    private static OperationProblem Unknown(string canonical)
        => OperationProblem.NotFound($"The value set {canonical} is not known here: it is neither of FHIR R5, nor in a loaded guide, nor stored on this node.");

    private static Dictionary<string, string> ImplicitSets(ICanonicalSource source)
        => source.Urls("CodeSystem").Select(url => (url, Set: source.Find("CodeSystem", new CanonicalUrl(url))?.Text("valueSet")))
            .Where(pair => pair.Set is not null).DistinctBy(pair => pair.Set).ToDictionary(pair => CanonicalUrl.Parse(pair.Set!).Url, pair => pair.url);

    private ValueSetContent? Read(string canonical)
    {
        var url = CanonicalUrl.Parse(canonical);
        return source.Find("ValueSet", url) is { } json ? ValueSet(json)
            : _implicitSets.Value.TryGetValue(url.Url, out var system) ? ValueSet(AllOf(url.Url, system))
            : null;
    }

    private static JsonElement AllOf(string url, string system) => JsonOutput.Write("ValueSet", json =>
    {
        json.WriteString("url"u8, url);
        json.WriteStartObject("compose"u8);
        json.WriteStartArray("include"u8);
        json.WriteStartObject();
        json.WriteString("system"u8, system);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }).Element;

    private HashSet<ConceptKey> Relatives(string? system, string code, Func<Concept, IEnumerable<Concept>> relatives)
    {
        var systems = system is null ? source.Urls("CodeSystem").Select(CodeSystem).OfType<CodeSystem>() : [RequireCodeSystem(system)];
        var found = systems.Select(known => known.Find(code)).OfType<Concept>().ToList();
        return found.Count > 0
            ? [.. found.SelectMany(relatives).Select(concept => new ConceptKey(concept.System.Url, concept.Code))]
            : throw OperationProblem.NotFound($"The code '{code}' is not known {(system is null ? "in any code system here" : $"in {system}")}.");
    }

    // Unpacked on first use only: most processes never ask.
    private sealed class OfficialSource : ICanonicalSource
    {
        public IEnumerable<JsonElement> FindAll(string resourceType, CanonicalUrl url) => OfficialCanonicals.Instance.FindAll(resourceType, url);

        public IEnumerable<string> Urls(string resourceType) => OfficialCanonicals.Instance.Urls(resourceType);
    }
}
