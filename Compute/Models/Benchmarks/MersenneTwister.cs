namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>MT19937 (Matsumoto, Nishimura, ACM TOMACS 1998): the published splits of others come from it.</summary>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Offset = 397;

    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    public MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Length; i++)
        {
            _state[i] = (1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i;
        }
    }

    /// <summary>The next 32 bits.</summary>
    public uint Next()
    {
        if (_next == Length)
        {
            Twist();
        }

        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    /// <summary>A whole number 0..most: bits under the smallest mask that holds it, drawn again while they are above.</summary>
    public uint Upto(uint most)
    {
        var mask = most == 0 ? 0 : uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(most);
        var value = uint.MaxValue;
        while (value > most)
        {
            value = Next() & mask;
        }

        return value;
    }

    private void Twist()
    {
        for (var i = 0; i < Length; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Length] & 0x7fffffff);
            _state[i] = _state[(i + Offset) % Length] ^ (y >> 1) ^ ((y & 1) * 0x9908b0df);
        }

        _next = 0;
    }
}
