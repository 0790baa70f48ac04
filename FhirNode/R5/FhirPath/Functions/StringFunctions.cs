using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.6; lengths and positions count UTF-16 units, comparison is ordinal.</summary>
internal static class StringFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        Text("upper", text => FhirPathValue.Of(text.ToUpperInvariant())),
        Text("lower", text => FhirPathValue.Of(text.ToLowerInvariant())),
        Text("length", text => FhirPathValue.Of(text.Length)),
        Text("trim", text => FhirPathValue.Of(text.Trim())),
        Text("toChars", text => FhirPathCollection.Of(text.Select(letter => FhirPathValue.Of(letter.ToString())))),
        Text("indexOf", (text, part) => FhirPathValue.Of(text.IndexOf(part, StringComparison.Ordinal))),
        Text("lastIndexOf", (text, part) => FhirPathValue.Of(text.LastIndexOf(part, StringComparison.Ordinal))),
        Text("startsWith", (text, part) => FhirPathValue.Of(text.StartsWith(part, StringComparison.Ordinal))),
        Text("endsWith", (text, part) => FhirPathValue.Of(text.EndsWith(part, StringComparison.Ordinal))),
        Text("contains", (text, part) => FhirPathValue.Of(text.Contains(part, StringComparison.Ordinal))),
        Text("split", (text, separator) => FhirPathCollection.Of(text.Split(separator).Select(FhirPathValue.Of))),
        new("substring", 1, 2, Substring),
        new("replace", 2, 2, Replace),
        new("join", 0, 1, Join),
        new("matches", 1, 1, (focus, arguments, scope) => Matches(focus, arguments, scope, false)),
        new("matchesFull", 1, 1, (focus, arguments, scope) => Matches(focus, arguments, scope, true)),
        new("replaceMatches", 2, 2, ReplaceMatches),
    ];

    internal static FunctionDefinition Text(string name, Func<string, FhirPathCollection> function)
        => new(name, 0, 0, (focus, _, _) => Singleton.String(focus) is { } text ? function(text) : FhirPathCollection.Empty);

    internal static FunctionDefinition Text(string name, Func<string, string, FhirPathCollection> function)
        => new(name, 1, 1, (focus, arguments, scope) =>
        {
            var text = Singleton.String(focus);
            var argument = arguments.String(0, scope);
            return text is not null && argument is not null ? function(text, argument) : FhirPathCollection.Empty;
        });

    private static FhirPathCollection Substring(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var text = Singleton.String(focus);
        var start = arguments.Integer(0, scope);
        if (text is null || start is not { } from || from < 0 || from >= text.Length)
        {
            return FhirPathCollection.Empty;
        }

        var length = arguments.Count > 1 ? arguments.Integer(1, scope) ?? int.MaxValue : int.MaxValue;
        return FhirPathValue.Of(text.Substring(from, Math.Clamp(length, 0, text.Length - from)));
    }

    private static FhirPathCollection Replace(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var (text, pattern, substitution) = (Singleton.String(focus), arguments.String(0, scope), arguments.String(1, scope));
        if (text is null || pattern is null || substitution is null)
        {
            return FhirPathCollection.Empty;
        }

        Concatenation.EnsureLength(text.Length + ((long)substitution.Length * ((text.Length / Math.Max(1, pattern.Length)) + 1)));
        return FhirPathValue.Of(pattern.Length > 0
            ? text.Replace(pattern, substitution, StringComparison.Ordinal)
            : substitution + string.Concat(text.Select(letter => letter + substitution)));
    }

    private static FhirPathCollection Join(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var separator = arguments.Count > 0 ? arguments.String(0, scope) ?? string.Empty : string.Empty;
        var parts = focus.Select(item => Singleton.String(item)).OfType<string>().ToList();
        Concatenation.EnsureLength(parts.Sum(part => (long)part.Length + separator.Length));
        return FhirPathValue.Of(string.Join(separator, parts));
    }

    private static FhirPathCollection Matches(FhirPathCollection focus, Arguments arguments, Scope scope, bool isFull)
    {
        var (text, pattern) = (Singleton.String(focus), arguments.String(0, scope));
        return text is null || pattern is null ? FhirPathCollection.Empty : FhirPathValue.Of(Patterns.IsMatch(text, arguments.Cache, pattern, isFull));
    }

    private static FhirPathCollection ReplaceMatches(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var (text, pattern, substitution) = (Singleton.String(focus), arguments.String(0, scope), arguments.String(1, scope));
        return text is null || pattern is null || substitution is null ? FhirPathCollection.Empty
            : FhirPathValue.Of(pattern.Length == 0 ? text : Patterns.Replace(text, arguments.Cache, pattern, substitution));
    }
}
