using System.Globalization;

namespace GenoMed.Fhir.Cli.Output;

/// <summary>A line at each quarter of the work, for logs and pipes.</summary>
internal sealed class PlainBars : IBars
{
    public IBar Start(string name, double total) => new Bar(name, total);

    public void Say(string line) => Console.WriteLine(line);

    private sealed class Bar(string name, double total) : IBar
    {
        private readonly Lock _turn = new();
        private int _quarters;

        public void Set(double value, string? note = null)
        {
            lock (_turn)
            {
                var quarters = (int)Math.Floor(4 * value / Math.Max(total, double.Epsilon));
                if (quarters > _quarters)
                {
                    _quarters = quarters;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} {value,6:0} of {total:0}  {note}").TrimEnd());
                }
            }
        }
    }
}
