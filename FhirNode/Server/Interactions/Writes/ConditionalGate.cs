namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>
/// Lets one conditional write of the same condition through at a time, from its search to its commit: two
/// simultaneous conditional creates must not both find nothing. Stripes keep unrelated ones apart.
/// </summary>
internal sealed class ConditionalGate
{
    private const int Stripes = 64;
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for all conditions' stripes, in one order everywhere, so that two transactions cannot lock each other out.</summary>
    public async Task<IDisposable> EnterAsync(IEnumerable<string> conditions, CancellationToken cancellationToken)
    {
        var wanted = conditions.Select(Stripe).Distinct().Order().ToList();
        var held = new Held();
        try
        {
            foreach (var stripe in wanted)
            {
                await _stripes[stripe].WaitAsync(cancellationToken);
                held.Add(_stripes[stripe]);
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }

        return held;
    }

    private static int Stripe(string condition) => (int)((uint)string.GetHashCode(condition, StringComparison.Ordinal) % Stripes);

    private sealed class Held : IDisposable
    {
        private readonly List<SemaphoreSlim> _held = [];

        public void Add(SemaphoreSlim stripe) => _held.Add(stripe);

        public void Dispose() => _held.ForEach(stripe => stripe.Release());
    }
}
