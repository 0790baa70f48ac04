using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>What a value set holds: the union of its includes without its excludes; or, without a compose, its stored expansion.</summary>
public sealed class ValueSetContent
{
    private readonly JsonElement _json;
    private readonly TerminologyService _terminology;
    private readonly Lazy<(ValueSetPart[] Include, ValueSetPart[] Exclude)> _parts;
    private readonly Lazy<IReadOnlyList<ExpandedConcept>> _expansion;
    private readonly Lazy<IReadOnlyCollection<ConceptKey>> _members;

    internal ValueSetContent(JsonElement json, TerminologyService terminology)
    {
        _json = json;
        _terminology = terminology;
        _parts = new(() => (Parts("include"), Parts("exclude")));
        _expansion = new(() => [.. Enumerate()]);
        _members = new(() => _expansion.Value.Select(concept => concept.Key).ToHashSet());
    }

    public string? Url => _json.Text("url");

    public string? Version => _json.Text("version");

    /// <summary>Its title, for a person.</summary>
    public string Name => _json.Text("title") ?? _json.Text("name") ?? Url ?? "a value set";

    internal IReadOnlyCollection<ConceptKey> Members => _members.Value;

    /// <summary>Every code, in the order of the definition, each once.</summary>
    /// <exception cref="OperationProblem">Not all of them are known here.</exception>
    public IReadOnlyList<ExpandedConcept> Expand() => _expansion.Value;

    /// <summary>Whether it has a code; null where that cannot be told.</summary>
    public bool? Contains(string? system, string code)
    {
        if (_json.Child("compose") is null)
        {
            return _expansion.Value.Any(concept => concept.Code == code && (system is null || concept.System == system));
        }

        var included = Any(_parts.Value.Include, system, code);
        return included is false ? false : (included, Any(_parts.Value.Exclude, system, code)) switch
        {
            (_, true) => false,
            (true, false) => true,
            _ => null,
        };
    }

    private static bool? Any(ValueSetPart[] parts, string? system, string code)
    {
        bool? known = false;
        foreach (var part in parts)
        {
            var has = part.Contains(system, code);
            if (has is true)
            {
                return true;
            }

            known = has is null ? null : known;
        }

        return known;
    }

    private ValueSetPart[] Parts(string name)
        => [.. _json.Child("compose")?.Items(name).Select(part => new ValueSetPart(part, _terminology)) ?? []];

    private IEnumerable<ExpandedConcept> Enumerate()
    {
        if (_json.Child("compose") is null)
        {
            return _json.Child("expansion")?.Items("contains").SelectMany(Contained) ?? [];
        }

        var excluded = _parts.Value.Exclude;
        return _parts.Value.Include.SelectMany(part => part.Expand()).DistinctBy(concept => concept.Key)
            .Where(concept => excluded.Length == 0 || Any(excluded, concept.System, concept.Code) is false);
    }

    private IEnumerable<ExpandedConcept> Contained(JsonElement contains)
    {
        var (system, code) = (contains.Text("system"), contains.Text("code"));
        var own = code is null || contains.Child("abstract") is { ValueKind: JsonValueKind.True }
            ? Enumerable.Empty<ExpandedConcept>()
            : [new ExpandedConcept(system ?? string.Empty, code, contains.Text("display"), system is null ? null : _terminology.CodeSystem(system)?.Find(code), [.. contains.Items("designation")])];
        return own.Concat(contains.Items("contains").SelectMany(Contained));
    }
}
