using GenoMed.Fhir.R5.FhirPath.Compilation;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>Joining strings, within a bound: doubling a string in a loop must not eat the memory.</summary>
internal static class Concatenation
{
    private const int MaxLength = 4 * 1024 * 1024;

    /// <summary>The operator <c>&amp;</c>: empty counts as the empty string.</summary>
    public static FhirPathCollection Concatenate(FhirPathCollection left, FhirPathCollection right, Scope scope)
        => FhirPathValue.Of(Join(Singleton.String(left) ?? string.Empty, Singleton.String(right) ?? string.Empty));

    public static string Join(string left, string right)
    {
        EnsureLength((long)left.Length + right.Length);
        return left + right;
    }

    /// <exception cref="FhirPathException">A string of this length is not made.</exception>
    public static void EnsureLength(long length)
    {
        if (length > MaxLength)
        {
            throw new FhirPathException($"The expression makes a string of more than {MaxLength} characters.");
        }
    }
}
