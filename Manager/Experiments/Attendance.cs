namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>
/// Who is invited to which round. A node that missed one is asked again in the next; after the second miss in
/// a row it pauses for 2 rounds, then 4, up to 16, so that one dead node does not cost its deadline sixty times.
/// </summary>
internal sealed class Attendance
{
    private const int LongestPause = 16;

    private readonly Dictionary<string, (int Misses, int Next)> _missing = new(StringComparer.Ordinal);

    public bool IsInvited(string node, int round) => !_missing.TryGetValue(node, out var missing) || round >= missing.Next;

    public void Came(string node) => _missing.Remove(node);

    public void Missed(string node, int round)
    {
        var misses = _missing.TryGetValue(node, out var missing) ? missing.Misses + 1 : 1;
        _missing[node] = (misses, round + Math.Min(LongestPause, 1 << Math.Min(misses - 1, 10)));
    }

    /// <summary>Too few are invited: everybody is asked again.</summary>
    public void Recall() => _missing.Clear();
}
