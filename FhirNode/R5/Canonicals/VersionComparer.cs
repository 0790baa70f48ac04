using System.Globalization;

namespace GenoMed.Fhir.R5.Canonicals;

/// <summary>Orders versions part by part: numbers as numbers, so that 1.10.0 comes after 1.9.0; none comes first.</summary>
internal sealed class VersionComparer : IComparer<string?>
{
    public static VersionComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = ((x ?? string.Empty).Split('.'), (y ?? string.Empty).Split('.'));
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var order = ComparePart(left.ElementAtOrDefault(i), right.ElementAtOrDefault(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int ComparePart(string? left, string? right)
        => long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var a) && long.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(left, right);
}
