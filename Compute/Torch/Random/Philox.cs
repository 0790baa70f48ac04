namespace TorchSharp;

/// <summary>
/// Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"): the i-th block of four 32-bit
/// numbers is a function of the key and i, so that a stream is the same wherever and in whatever pieces it is drawn.
/// </summary>
internal sealed partial class Philox(ulong key, ulong counter = 0)
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;
    private const int Rounds = 10;

    internal ulong Key { get; } = key;

    /// <summary>How many blocks have been drawn.</summary>
    internal ulong Counter { get; private set; } = counter;

    internal (uint A, uint B, uint C, uint D) Next()
    {
        var at = Counter++;
        uint a = (uint)at, b = (uint)(at >> 32), c = 0, d = 0;
        uint keyA = (uint)Key, keyB = (uint)(Key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var x = (ulong)MultiplierA * a;
            var y = (ulong)MultiplierB * c;
            (a, b, c, d) = ((uint)(y >> 32) ^ b ^ keyA, (uint)y, (uint)(x >> 32) ^ d ^ keyB, (uint)x);
            keyA += WeylA;
            keyB += WeylB;
        }

        return (a, b, c, d);
    }
}
