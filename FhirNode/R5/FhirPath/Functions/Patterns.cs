using System.Text;
using System.Text.RegularExpressions;
using GenoMed.Fhir.R5.FhirPath.Operators;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>
/// Regular expressions of expressions, which may be hostile: matched in linear time where the pattern allows it, otherwise
/// within a time limit. A dot matches line ends as well (FHIRPath 2.0 §5.6.8).
/// </summary>
internal static class Patterns
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);

    public static Regex Compile(string pattern, bool isFull)
    {
        var portable = WithoutEscapedUnderscores(pattern);
        var text = isFull ? $@"\A(?:{portable})\z" : portable;
        try
        {
            return new Regex(text, RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(text, RegexOptions.Singleline | RegexOptions.CultureInvariant, Limit);
        }
        catch (ArgumentException e)
        {
            throw new FhirPathException($"'{pattern}' is no regular expression: {e.Message}");
        }
    }

    public static bool IsMatch(string text, object? prepared, string pattern, bool isFull)
        => Guarded(pattern, () => (prepared as Regex ?? Compile(pattern, isFull)).IsMatch(text));

    public static string Replace(string text, object? prepared, string pattern, string substitution) => Guarded(pattern, () =>
    {
        var regex = prepared as Regex ?? Compile(pattern, false);
        Concatenation.EnsureLength(text.Length + (regex.Count(text) * (long)(substitution.Length + (substitution.Count(letter => letter == '$') * text.Length))));
        return regex.Replace(text, substitution);
    });

    // FHIR's own invariants write \_ (R5, cnl-0), which other dialects take for an underscore and .NET refuses.
    private static string WithoutEscapedUnderscores(string pattern)
    {
        var result = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '\\' || i + 1 == pattern.Length)
            {
                result.Append(pattern[i]);
                continue;
            }

            result.Append(pattern[i + 1] == '_' ? "_" : pattern.AsSpan(i, 2));
            i++;
        }

        return result.ToString();
    }

    private static T Guarded<T>(string pattern, Func<T> match)
    {
        try
        {
            return match();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FhirPathException($"Matching '{pattern}' takes more than {Limit.TotalMilliseconds} ms.");
        }
    }
}
