using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>
/// One <c>include</c> or <c>exclude</c>: codes of a system, narrowed by each value set that it names (R5 valueset.html:
/// within one part all conditions hold).
/// </summary>
internal sealed class ValueSetPart
{
    private readonly string? _system;
    private readonly ValueSetContent[] _imports;
    private readonly Lazy<IReadOnlyList<ExpandedConcept>?> _own;
    private readonly Lazy<HashSet<ConceptKey>?> _keys;
    private readonly CodeSystem? _codeSystem;

    public ValueSetPart(JsonElement json, TerminologyService terminology)
    {
        _system = json.Text("system") is { } system ? Canonicals.CanonicalUrl.Parse(system).Url : null;
        _codeSystem = json.Text("system") is { } text ? terminology.CodeSystem(json.Text("version") is { } version ? $"{text}|{version}" : text) ?? terminology.CodeSystem(text) : null;
        _imports = [.. json.Items("valueSet").Select(url => terminology.RequireValueSet(url.GetString()!))];
        _own = new Lazy<IReadOnlyList<ExpandedConcept>?>(() => Own(json));
        _keys = new Lazy<HashSet<ConceptKey>?>(() => _own.Value?.Select(concept => concept.Key).ToHashSet());
    }

    /// <summary>Whether the part has the code; null where it takes all of a system that is not all known here.</summary>
    public bool? Contains(string? system, string code)
    {
        var own = _system is null ? true : Has(system, code);
        return _imports.Aggregate(own, (known, import) => known is false ? false : And(known, import.Contains(system, code)));
    }

    /// <exception cref="OperationProblem">Unprocessable: it takes all of a system that is not all known here.</exception>
    public IEnumerable<ExpandedConcept> Expand()
    {
        if (_system is null)
        {
            return _imports.Skip(1).Aggregate(_imports.Length == 0 ? Enumerable.Empty<ExpandedConcept>() : _imports[0].Expand(), Narrow);
        }

        var own = _own.Value ?? throw OperationProblem.Unprocessable(
            $"The value set takes codes of {_system} by a rule, and not all codes of that system are known here; ask with a code ($validate-code), or name the codes.", "ValueSet.compose.include");
        return _imports.Aggregate<ValueSetContent, IEnumerable<ExpandedConcept>>(own, Narrow);
    }

    private static IEnumerable<ExpandedConcept> Narrow(IEnumerable<ExpandedConcept> concepts, ValueSetContent other)
        => concepts.Where(concept => other.Contains(concept.System, concept.Code) ?? false);

    private bool? Has(string? system, string code)
    {
        if (system is not null && system != _system)
        {
            return false;
        }

        if (_keys.Value is not { } keys)
        {
            return null;
        }

        var spelling = _codeSystem is { IsCaseSensitive: false } ? _codeSystem.Find(code)?.Code ?? code : code;
        return keys.Contains(new ConceptKey(_system!, spelling));
    }

    private IReadOnlyList<ExpandedConcept>? Own(JsonElement json)
    {
        if (json.Child("concept") is not null)
        {
            return [.. json.Items("concept").Where(concept => concept.Text("code") is not null).Select(Named)];
        }

        if (_codeSystem is not { IsComplete: true })
        {
            return null;
        }

        var concepts = json.Items("filter").Aggregate<JsonElement, IEnumerable<Concept>>(_codeSystem.Concepts, (left, filter) => ConceptFilter.Apply(left, _codeSystem, filter));
        return [.. concepts.Select(concept => new ExpandedConcept(_system!, concept.Code, concept.Display, concept, []))];
    }

    private ExpandedConcept Named(JsonElement json)
    {
        var concept = _codeSystem?.Find(json.Text("code")!);
        return new ExpandedConcept(_system!, json.Text("code")!, json.Text("display") ?? concept?.Display, concept, [.. json.Items("designation")]);
    }

    private static bool? And(bool? left, bool? right) => left is false || right is false ? false : left is null || right is null ? null : true;
}
