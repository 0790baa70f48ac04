using System.Text;

namespace GenoMed.Fhir.R5.Definitions;

/// <summary>Ordinal comparer that also finds a string by its UTF-8 bytes, so that reading JSON allocates no names.</summary>
public sealed class Utf8TextComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;
    private const int StackLimit = 256;

    public static readonly Utf8TextComparer Instance = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public bool Equals(ReadOnlySpan<byte> alternate, string other)
        => Ascii.IsValid(alternate) ? Ascii.Equals(alternate, other) : Create(alternate) == other;

    public int GetHashCode(string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = size <= StackLimit ? stackalloc byte[StackLimit] : new byte[size];
        return GetHashCode(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = FnvOffset;
        foreach (var value in alternate)
        {
            hash = (hash ^ value) * FnvPrime;
        }

        return (int)hash;
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
}
