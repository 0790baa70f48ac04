using System.Text.RegularExpressions;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>
/// Reads the small part of FHIRPath that nearly all search parameters are written in: members, ofType, as, and
/// where with a resolve() or an equality, joined by <c>|</c>. Such paths need no evaluator: they are laid over
/// the JSON directly. Whatever is not of that form is left to the FHIRPath engine.
/// </summary>
internal static partial class SearchPathParser
{
    /// <summary>The steps of each alternative, after the resource type; null where an alternative is not of the simple form.</summary>
    public static IReadOnlyList<IReadOnlyList<PathStep>>? TryRead(string expression)
    {
        var branches = new List<IReadOnlyList<PathStep>>();
        foreach (var text in SplitUnion(expression))
        {
            if (TryReadBranch(text) is not { } steps)
            {
                return null;
            }

            branches.Add(steps);
        }

        return branches;
    }

    /// <summary>The same for an expression that is relative to an element, as <c>value.ofType(Quantity)</c>; an empty path is the element itself.</summary>
    public static IReadOnlyList<IReadOnlyList<PathStep>>? TryReadRelative(string expression)
        => TryRead(string.Join('|', SplitUnion(expression).Select(branch => "Element." + Enclosed().Replace(branch.Trim(), "$1"))));

    /// <summary>Splits at the <c>|</c> outside of parentheses.</summary>
    private static IEnumerable<string> SplitUnion(string expression)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < expression.Length; i++)
        {
            depth += expression[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (expression[i] == '|' && depth == 0)
            {
                yield return expression[start..i];
                start = i + 1;
            }
        }

        yield return expression[start..];
    }

    private static List<PathStep>? TryReadBranch(string text)
    {
        text = Enclosed().Replace(text.Trim(), "$1");
        text = As().Replace(text, "$1.ofType($2)");
        var steps = new List<PathStep>();
        var at = text.IndexOf('.', StringComparison.Ordinal);
        while (at >= 0 && at < text.Length)
        {
            var match = Step().Match(text, at);
            if (!match.Success)
            {
                return null;
            }

            steps.Add(StepOf(match));
            at += match.Length;
        }

        return steps.Count > 0 || TypeName().IsMatch(text) ? steps : null;
    }

    private static PathStep StepOf(Match match)
    {
        if (match.Groups["type"] is { Success: true } type)
        {
            return new PathStep.OfType(type.Value);
        }

        if (match.Groups["target"] is { Success: true } target)
        {
            return new PathStep.WhereTarget(target.Value);
        }

        return match.Groups["key"] is { Success: true } key
            ? new PathStep.WhereEquals(key.Value, match.Groups["literal"].Value)
            : match.Groups["url"] is { Success: true } url
                ? new PathStep.WithExtension(url.Value)
                : new PathStep.Member(match.Groups["member"].Value);
    }

    /// <summary>A resource type alone: the parts of a composite are then of the resource itself.</summary>
    [GeneratedRegex("^[A-Z][A-Za-z]+$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^\((.*)\)$")]
    private static partial Regex Enclosed();

    [GeneratedRegex(@"^([A-Za-z.]+)(?: as |\.as\()([A-Za-z]+)\)?$")]
    private static partial Regex As();

    [GeneratedRegex("""
        \G\.(?:
            ofType\((?<type>[A-Za-z]+)\)
          | where\(resolve\(\)\ is\ (?<target>[A-Za-z]+)\)
          | where\((?<key>[A-Za-z]+)\ ?=\ ?'(?<literal>[^']*)'\)
          | extension\('(?<url>[^']*)'\)
          | (?<member>[A-Za-z]+)(?![A-Za-z(\[])
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Step();
}
