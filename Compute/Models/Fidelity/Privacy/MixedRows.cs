using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>Rows made ready for the mixed distance, each a contiguous run padded to whole vectors; never leaves the assembly.</summary>
/// <param name="Numbers">[n × NumberWidth]: numbers in units of their range.</param>
/// <param name="Codes">[n × CodeWidth]: discrete values.</param>
/// <param name="NumberWidth">A multiple of 8; the padding is 0.</param>
/// <param name="CodeWidth">A multiple of 16; the padding is 0.</param>
/// <param name="Columns">How many columns there are, without padding.</param>
/// <param name="Count">How many rows.</param>
internal sealed record MixedRows(float[] Numbers, ushort[] Codes, int NumberWidth, int CodeWidth, int Columns, int Count) : IRows<MixedRows>
{
    /// <summary>The mean over the columns: 0..1.</summary>
    public double Distance(float sum) => sum / (double)Columns;

    /// <summary>The sum over the columns: 0..<see cref="Columns"/>. The order of additions is the same on every processor.</summary>
    public float Sum(int row, MixedRows other, int otherRow) => NumberSum(row, other, otherRow) + Mismatches(row, other, otherRow);

    /// <summary>How many rows equal another row.</summary>
    public int Duplicates()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < Count; row++)
        {
            var key = Encoding.Latin1.GetString(MemoryMarshal.AsBytes(Numbers.AsSpan(row * NumberWidth, NumberWidth)))
                + Encoding.Latin1.GetString(MemoryMarshal.AsBytes(Codes.AsSpan(row * CodeWidth, CodeWidth)));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts.Values.Where(count => count > 1).Sum();
    }

    /// <summary>One column's part of the sum.</summary>
    public float Part(int row, MixedRows other, int otherRow, bool isNumber, int at) => isNumber
        ? Math.Min(1, Math.Abs(Numbers[(row * NumberWidth) + at] - other.Numbers[(otherRow * NumberWidth) + at]))
        : Codes[(row * CodeWidth) + at] == other.Codes[(otherRow * CodeWidth) + at] ? 0 : 1;

    private float NumberSum(int row, MixedRows other, int otherRow)
    {
        ref var a = ref MemoryMarshal.GetReference(Numbers.AsSpan(row * NumberWidth, NumberWidth));
        ref var b = ref MemoryMarshal.GetReference(other.Numbers.AsSpan(otherRow * NumberWidth, NumberWidth));
        var sums = Vector256<float>.Zero;
        for (var i = 0; i < NumberWidth; i += Vector256<float>.Count)
        {
            var difference = Vector256.Abs(Vector256.LoadUnsafe(ref a, (nuint)i) - Vector256.LoadUnsafe(ref b, (nuint)i));
            sums += Vector256.Min(difference, Vector256<float>.One);
        }

        var four = sums.GetLower() + sums.GetUpper();
        return four.GetElement(0) + four.GetElement(2) + (four.GetElement(1) + four.GetElement(3));
    }

    private int Mismatches(int row, MixedRows other, int otherRow)
    {
        ref var a = ref MemoryMarshal.GetReference(Codes.AsSpan(row * CodeWidth, CodeWidth));
        ref var b = ref MemoryMarshal.GetReference(other.Codes.AsSpan(otherRow * CodeWidth, CodeWidth));
        var equal = Vector256<ushort>.Zero;
        for (var i = 0; i < CodeWidth; i += Vector256<ushort>.Count)
        {
            // Lanes that agree are all ones, which is -1.
            equal -= Vector256.Equals(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i));
        }

        return CodeWidth - Vector256.Sum(equal);
    }
}
