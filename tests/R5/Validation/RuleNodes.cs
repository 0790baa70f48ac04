using System.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Tests.Validation;

/// <summary>Every element of a resource with every invariant of its type.</summary>
internal static class RuleNodes
{
    public static IEnumerable<(FhirPathValue Node, CompiledInvariant Rule)> Of(Resource resource)
    {
        var root = FhirPathValue.Of(resource);
        return Of(root, RuleTable.Of(root.Type));
    }

    private static IEnumerable<(FhirPathValue Node, CompiledInvariant Rule)> Of(FhirPathValue node, RuleTable rules)
    {
        foreach (var rule in rules.Invariants)
        {
            yield return (node, rule);
        }

        var children = node.Element.EnumerateObject().SelectMany(property => rules.Property(Encoding.UTF8.GetBytes(property.Name)) is { IsPrimitive: false } known ? Children(node, known, property.Value) : []);
        foreach (var found in children)
        {
            yield return found;
        }
    }

    private static IEnumerable<(FhirPathValue Node, CompiledInvariant Rule)> Children(FhirPathValue parent, PropertyRules rules, JsonElement value)
        => (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value]).SelectMany((item, index) =>
        {
            var type = rules.IsResource ? FhirPathType.OfResource(item) : rules.Variant.Type;
            var node = new FhirPathValue(type, item, parent, rules.Variant, index);
            return Of(node, rules.IsResource ? RuleTable.Of(type.Name) : rules.Next);
        });
}
