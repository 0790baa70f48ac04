using System.Text;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>
/// Where a walk through a resource stands. The text is made only when there is something to report: element names and
/// indexes, the simple subset of FHIRPath that <c>OperationOutcome.issue.expression</c> asks for.
/// </summary>
internal sealed class ElementPath
{
    private const int NoIndex = -1;

    private readonly List<(string Name, int Index)> _steps = [];

    public void Enter(string name) => _steps.Add((name, NoIndex));

    /// <summary>Moves to an item of the array that was entered last.</summary>
    public void At(int index) => _steps[^1] = (_steps[^1].Name, index);

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _steps)
        {
            text.Append(text.Length == 0 ? string.Empty : ".").Append(name).Append(index == NoIndex ? string.Empty : $"[{index}]");
        }

        return text.ToString();
    }
}
