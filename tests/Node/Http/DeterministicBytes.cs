namespace GenoMed.Fhir.Node.Tests.Http;

/// <summary>Faults in bytes, the same ones in each run (a linear congruential generator).</summary>
internal sealed class DeterministicBytes(uint seed)
{
    private uint _state = seed;

    /// <summary>A copy with one to three bytes changed, inserted or removed.</summary>
    public byte[] Mutate(byte[] original)
    {
        var bytes = original.ToList();
        for (var count = 1 + Next(3); count > 0; count--)
        {
            var at = Next(bytes.Count);
            switch (Next(3))
            {
                case 0:
                    bytes[at] = (byte)Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)Next(128));
                    break;
                default:
                    bytes.RemoveAt(at);
                    break;
            }
        }

        return [.. bytes];
    }

    private int Next(int below)
    {
        _state = (_state * 1664525) + 1013904223;
        return (int)((_state >> 8) % (uint)below);
    }
}
