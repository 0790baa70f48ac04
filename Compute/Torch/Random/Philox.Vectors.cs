using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp;

/// <summary>Sixteen blocks at once where the processor multiplies vectors of 512 bits; the same numbers elsewhere.</summary>
internal sealed partial class Philox
{
    /// <summary>Numbers in sixteen blocks.</summary>
    internal const int Batch = 64;

    // Lane 4q + r holds block 4r + q, so that interleaving the four words of each gives the blocks in order.
    private static readonly Vector512<uint> Blocks = Vector512.Create(0u, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);

    /// <summary>The next sixteen blocks in order.</summary>
    internal void Next(Span<uint> numbers)
    {
        if (Avx512F.IsSupported && (uint)Counter <= uint.MaxValue - 16)
        {
            Vectors(numbers);
            Counter += 16;
            return;
        }

        for (var i = 0; i < Batch; i += 4)
        {
            (numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]) = Next();
        }
    }

    private void Vectors(Span<uint> numbers)
    {
        var a = Vector512.Create((uint)Counter) + Blocks;
        var (b, c, d) = (Vector512.Create((uint)(Counter >> 32)), Vector512<uint>.Zero, Vector512<uint>.Zero);
        uint keyA = (uint)Key, keyB = (uint)(Key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var (highA, lowA) = Product(a, MultiplierA);
            var (highC, lowC) = Product(c, MultiplierB);
            (a, b, c, d) = (highC ^ b ^ Vector512.Create(keyA), lowC, highA ^ d ^ Vector512.Create(keyB), lowA);
            keyA += WeylA;
            keyB += WeylB;
        }

        Interleave(a, b, c, d, numbers);
    }

    /// <summary>The high and low words of each product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<uint> High, Vector512<uint> Low) Product(Vector512<uint> x, uint factor)
    {
        var by = Vector512.Create(factor);
        var even = Avx512F.Multiply(x, by);
        var odd = Avx512F.Multiply(Vector512.ShiftRightLogical(x.AsUInt64(), 32).AsUInt32(), by);
        var odds = Vector512.Create(0xFFFFFFFF00000000UL);
        return (Vector512.ConditionalSelect(odds, odd, Vector512.ShiftRightLogical(even, 32)).AsUInt32(),
            Vector512.ConditionalSelect(odds, Vector512.ShiftLeft(odd, 32), even).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Interleave(Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d, Span<uint> numbers)
    {
        var (lowAb, highAb) = (Avx512F.UnpackLow(a, b).AsUInt64(), Avx512F.UnpackHigh(a, b).AsUInt64());
        var (lowCd, highCd) = (Avx512F.UnpackLow(c, d).AsUInt64(), Avx512F.UnpackHigh(c, d).AsUInt64());
        Avx512F.UnpackLow(lowAb, lowCd).AsUInt32().CopyTo(numbers);
        Avx512F.UnpackHigh(lowAb, lowCd).AsUInt32().CopyTo(numbers[16..]);
        Avx512F.UnpackLow(highAb, highCd).AsUInt32().CopyTo(numbers[32..]);
        Avx512F.UnpackHigh(highAb, highCd).AsUInt32().CopyTo(numbers[48..]);
    }
}
