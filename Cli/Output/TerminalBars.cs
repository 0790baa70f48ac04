using Spectre.Console;

namespace GenoMed.Fhir.Cli.Output;

/// <summary>Spectre's progress bars.</summary>
internal sealed class TerminalBars(ProgressContext context) : IBars
{
    public IBar Start(string name, double total) => new Bar(name, context.AddTask(Markup.Escape(name), maxValue: Math.Max(total, 1)));

    public void Say(string line) => AnsiConsole.WriteLine(line);

    private sealed class Bar(string name, ProgressTask task) : IBar
    {
        public void Set(double value, string? note = null)
        {
            task.Value = value;
            task.Description = Markup.Escape(note is null ? name : $"{name}  {note}");
        }
    }
}
