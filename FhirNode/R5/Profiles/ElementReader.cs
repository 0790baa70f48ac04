using System.Text.Json;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>Reads one <c>ElementDefinition</c> of a differential; what it does not say stays as the base has it.</summary>
internal static class ElementReader
{
    public static void Apply(JsonElement element, Constraint constraint)
    {
        Cardinality(element, constraint);
        constraint.Fixed = Choice(element, "fixed") ?? constraint.Fixed;
        constraint.Pattern = Choice(element, "pattern") ?? constraint.Pattern;
        constraint.MaxLength = element.Child("maxLength")?.GetInt32() ?? constraint.MaxLength;
        constraint.MinValue = Number(element, "minValue") ?? constraint.MinValue;
        constraint.MaxValue = Number(element, "maxValue") ?? constraint.MaxValue;
        constraint.Binding = Binding(element) ?? constraint.Binding;
        constraint.Slicing = ReadSlicing(element) ?? constraint.Slicing;
        constraint.Invariants.AddRange(element.Items("constraint").Where(rule => rule.Text("expression") is not null && !IsKnown(constraint, rule)).Select(Rule));
        if (element.Child("type") is not null)
        {
            constraint.Types = [.. element.Items("type").Where(type => type.Text("code") is not null).Select(Type)];
            constraint.Table = constraint.Types.Count == 1 && constraint.Table is null ? R5Definitions.Instance.Type(constraint.Types[0].Code)?.Children : constraint.Table;
        }
    }

    private static void Cardinality(JsonElement element, Constraint constraint)
    {
        constraint.Min = Math.Max(constraint.Min, element.Child("min")?.GetInt32() ?? 0);
        if (element.Text("max") is { } max && int.TryParse(max, out var most))
        {
            constraint.Max = Math.Min(constraint.Max, most);
        }
    }

    private static decimal? Number(JsonElement element, string prefix)
        => Choice(element, prefix) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? number : null;

    private static JsonElement? Choice(JsonElement element, string prefix)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.StartsWith(prefix, StringComparison.Ordinal) && property.Name.Length > prefix.Length && char.IsAsciiLetterUpper(property.Name[prefix.Length]))
            {
                return property.Value;
            }
        }

        return null;
    }

    private static ElementBinding? Binding(JsonElement element)
        => element.Child("binding") is { } binding && binding.Text("valueSet") is { } valueSet
            ? new ElementBinding(binding.Text("strength") ?? "example", valueSet, R5Definitions.Instance.Codes(CanonicalUrl.Parse(valueSet).Url))
            : null;

    private static Slicing? ReadSlicing(JsonElement element)
        => element.Child("slicing") is { } slicing
            ? new Slicing(
                [.. slicing.Items("discriminator").Select(one => new Discriminator(one.Text("type") ?? "value", one.Text("path") ?? "$this"))],
                slicing.Text("rules") ?? "open",
                slicing.Child("ordered") is { ValueKind: JsonValueKind.True })
            : null;

    private static bool IsKnown(Constraint constraint, JsonElement rule) => constraint.Invariants.Any(known => known.Invariant.Key == rule.Text("key"));

    private static CompiledInvariant Rule(JsonElement rule)
        => new(new Invariant(rule.Text("key") ?? "a rule", rule.Text("severity") == "warning", rule.Text("expression"), rule.Text("human") ?? string.Empty), mayShorten: false);

    private static TypeConstraint Type(JsonElement type) => new(type.Text("code")!, Strings(type, "profile"), Strings(type, "targetProfile"));

    private static string[] Strings(JsonElement parent, string name) => [.. parent.Items(name).Select(item => item.GetString()).OfType<string>()];
}
