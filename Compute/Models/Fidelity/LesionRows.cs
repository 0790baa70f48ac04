using System.Numerics;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>One lesion of all patients as bits: a pair of lesions is counted in n/64 steps.</summary>
internal sealed class LesionRows
{
    private readonly ulong[] _present;
    private readonly ulong[] _known;

    private LesionRows(ulong[] present, ulong[] known) => (_present, _known) = (present, known);

    public static LesionRows Of(FeatureTable table, string name)
    {
        var column = table.Column(name);
        var (present, known) = (new ulong[(column.Length + 63) / 64], new ulong[(column.Length + 63) / 64]);
        for (var row = 0; row < column.Length; row++)
        {
            var bit = 1UL << (row & 63);
            known[row >> 6] |= double.IsNaN(column[row]) ? 0 : bit;
            present[row >> 6] |= column[row] == 1 ? bit : 0;
        }

        return new LesionRows(present, known);
    }

    /// <summary>Patients that have both known: with both lesions, with the first only, with the second only, with none.</summary>
    public long[] With(LesionRows other)
    {
        var (both, first, second, all) = (0L, 0L, 0L, 0L);
        for (var i = 0; i < _present.Length; i++)
        {
            var known = _known[i] & other._known[i];
            both += BitOperations.PopCount(_present[i] & other._present[i]);
            first += BitOperations.PopCount(_present[i] & known);
            second += BitOperations.PopCount(other._present[i] & known);
            all += BitOperations.PopCount(known);
        }

        return [both, first - both, second - both, all - first - second + both];
    }
}
