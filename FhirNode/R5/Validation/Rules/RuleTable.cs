using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>What is checked of an object of one type: its own invariants, and the rules of its properties. Made once a type.</summary>
internal sealed class RuleTable
{
    private static readonly ConcurrentDictionary<string, RuleTable> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, PropertyRules> _properties = new(Utf8TextComparer.Instance);
    private readonly Dictionary<string, PropertyRules>.AlternateLookup<ReadOnlySpan<byte>> _utf8;

    public RuleTable(FhirPathType type, ElementTable table, IEnumerable<Invariant> invariants)
    {
        Invariants = Compile(invariants);
        foreach (var property in table.Properties)
        {
            _properties[property.Name] = Rules(type, property);
        }

        _utf8 = _properties.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public IReadOnlyList<CompiledInvariant> Invariants { get; }

    /// <summary>The rules of a datatype or resource type of R5.</summary>
    public static RuleTable Of(string type) => Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, Make(type));

    public PropertyRules? Property(ReadOnlySpan<byte> jsonName) => _utf8.TryGetValue(jsonName, out var found) ? found : null;

    private static RuleTable Make(string name)
    {
        var definition = R5Definitions.Instance.Type(name)!;
        return new RuleTable(FhirPathType.Find(name)!, definition.Children, definition.Invariants);
    }

    private static PropertyRules Rules(FhirPathType owner, PropertyDefinition property)
    {
        var targets = property.TypeCode is "Reference" or "CodeableReference" && !property.Element.ReferenceTargets.Contains("Resource") ? property.Element.ReferenceTargets : [];
        return new PropertyRules(owner.Property(System.Text.Encoding.UTF8.GetBytes(property.Name))!, property, Compile(property.Element.Invariants), targets);
    }

    private static CompiledInvariant[] Compile(IEnumerable<Invariant> invariants)
        => [.. invariants.Where(rule => rule.Expression is not null && !UncheckedInvariants.Reasons.ContainsKey(rule.Key)).Select(rule => new CompiledInvariant(rule, mayShorten: true))];
}
