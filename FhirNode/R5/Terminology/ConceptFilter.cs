using System.Text.Json;
using System.Text.RegularExpressions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary><c>ValueSet.compose.include.filter</c> on a code system that is known here (R5 valueset.html#compositions).</summary>
internal static class ConceptFilter
{
    /// <exception cref="OperationProblem">Unprocessable: the filter has an operator that is not known, or a broken pattern.</exception>
    public static IEnumerable<Concept> Apply(IEnumerable<Concept> concepts, CodeSystem system, JsonElement filter)
    {
        var (property, op, value) = (filter.Text("property") ?? "concept", filter.Text("op") ?? "=", filter.Text("value") ?? string.Empty);
        return property is "concept" or "code" && op is "is-a" or "descendent-of" or "is-not-a" or "generalizes" or "child-of" or "descendent-leaf"
            ? Hierarchy(concepts, op, system.Find(value) ?? throw OperationProblem.NotFound($"The filter '{property} {op} {value}' names a code that {system.Url} has not.", "ValueSet.compose.include.filter.value"))
            : concepts.Where(Condition(property, op, value));
    }

    private static IEnumerable<Concept> Hierarchy(IEnumerable<Concept> concepts, string op, Concept root)
    {
        var below = root.WithDescendants().ToHashSet();
        return op switch
        {
            "is-a" => concepts.Where(below.Contains),
            "descendent-of" => concepts.Where(concept => concept != root && below.Contains(concept)),
            "is-not-a" => concepts.Where(concept => !below.Contains(concept)),
            "child-of" => concepts.Where(root.Children.Contains),
            "descendent-leaf" => concepts.Where(concept => concept.Children.Count == 0 && concept != root && below.Contains(concept)),
            _ => concepts.Where(root.WithAncestors().ToHashSet().Contains),
        };
    }

    private static Func<Concept, bool> Condition(string property, string op, string value) => op switch
    {
        "=" => concept => Texts(concept, property).Contains(value),
        "in" => OneOf(property, value),
        "not-in" => Not(OneOf(property, value)),
        "exists" => concept => Texts(concept, property).Any() == (value == "true"),
        "regex" => Matches(property, value),
        _ => throw OperationProblem.Unprocessable($"The filter operator '{op}' on '{property}' is not supported here; supported are =, in, not-in, exists, regex, is-a, descendent-of, is-not-a, generalizes, child-of and descendent-leaf.", "ValueSet.compose.include.filter.op"),
    };

    private static Func<Concept, bool> OneOf(string property, string value)
    {
        var values = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return concept => Texts(concept, property).Any(values.Contains);
    }

    private static Func<Concept, bool> Not(Func<Concept, bool> condition) => concept => !condition(concept);

    // A filter's pattern covers the whole value; one that looks around or back is not supported, since it might take for ever.
    private static Func<Concept, bool> Matches(string property, string pattern)
    {
        try
        {
            var regex = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return concept => Texts(concept, property).Any(regex.IsMatch);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw OperationProblem.Unprocessable($"The filter's pattern '{pattern}' is no regular expression that is supported here: {e.Message}", "ValueSet.compose.include.filter.value");
        }
    }

    private static IEnumerable<string> Texts(Concept concept, string property) => property switch
    {
        "concept" or "code" => [concept.Code],
        "display" => concept.Display is { } display ? [display] : [],
        "parent" => concept.Parents.Select(parent => parent.Code),
        "child" => concept.Children.Select(child => child.Code),
        _ => concept.PropertyTexts(property),
    };
}
