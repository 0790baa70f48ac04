using System.Runtime.InteropServices;
using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>
/// A walk through a resource whose structure is in order: the invariants of every element and type, the targets of
/// references, and what the visitor adds for resources and extensions.
/// </summary>
internal sealed class RuleWalk(ValidationReport report, Scope scope, INodeVisitor? visitor)
{
    private static readonly RuleTable Element = RuleTable.Of("Element");
    private static readonly FhirPathType ElementType = FhirPathType.Find("Element")!;

    public void Resource(FhirPathValue node)
    {
        Object(node, RuleTable.Of(node.Type));
        visitor?.Resource(node);
    }

    private void Object(FhirPathValue node, RuleTable rules)
    {
        Check(node, rules.Invariants);
        foreach (var property in node.Element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (rules.Property(name) is { } known)
            {
                Values(node, known, property.Value);
            }
            else if (name[0] == (byte)'_' && rules.Property(name[1..]) is { } primitive)
            {
                Companions(node, primitive, property.Value);
            }
        }
    }

    private void Values(FhirPathValue parent, PropertyRules rules, JsonElement value)
    {
        if (rules.IsPrimitive && rules.Invariants.Count == 0)
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Value(new FhirPathValue(TypeOf(rules, value), value, parent, rules.Variant), rules);
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Value(new FhirPathValue(TypeOf(rules, item), item, parent, rules.Variant, index++), rules);
        }
    }

    private void Value(FhirPathValue node, PropertyRules rules)
    {
        Check(node, rules.Invariants);
        if (rules.IsResource)
        {
            Resource(node);
        }
        else if (!rules.IsPrimitive)
        {
            Complex(node, rules);
        }
    }

    private void Complex(FhirPathValue node, PropertyRules rules)
    {
        Object(node, rules.Next);
        if (rules.Targets.Count > 0)
        {
            ReferenceTargets.Check(node, rules.Targets, report);
        }

        if (rules.Definition.TypeCode == "Extension")
        {
            visitor?.Extension(node, isModifier: rules.Definition.Name == "modifierExtension");
        }
    }

    private void Companions(FhirPathValue parent, PropertyRules rules, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            Object(new FhirPathValue(ElementType, value, parent, rules.Variant), Element);
        }

        var index = -1;
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
        {
            index++;
            if (item.ValueKind == JsonValueKind.Object)
            {
                Object(new FhirPathValue(ElementType, item, parent, rules.Variant, index), Element);
            }
        }
    }

    private void Check(FhirPathValue node, IReadOnlyList<CompiledInvariant> invariants)
    {
        foreach (var invariant in invariants)
        {
            invariant.Check(node, scope, report);
        }
    }

    private static FhirPathType TypeOf(PropertyRules rules, JsonElement value)
        => rules.IsResource ? FhirPathType.OfResource(value) : rules.Variant.Type;
}
