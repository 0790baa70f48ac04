using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Expressions;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A combination that the dictionary calls impossible, looked for in the rows of a file.</summary>
internal sealed class CombinationRule : IRowRule
{
    private readonly RuleDefinition _rule;
    private readonly bool _rejects;
    private readonly Expression _impossible;
    private readonly CombinationCell[] _cells;

    private CombinationRule(DataDictionary dictionary, RuleDefinition rule, bool rejects)
    {
        (_rule, _rejects) = (rule, rejects);
        var read = new ReadSymbols(new RowSymbols(dictionary, dictionary.Schema));
        _impossible = Expression.Compile(rule.Impossible, read);
        _cells = [.. read.Slots.Select(slot => CombinationCell.At(dictionary, slot))];
    }

    public static CombinationRule[] All(DataDictionary dictionary, RulePolicy policy) => policy == RulePolicy.Off
        ? []
        : [.. dictionary.Head.Rules.Select(rule => new CombinationRule(dictionary, rule, policy == RulePolicy.Reject))];

    public void Check(double[] values, long row, FaultList faults)
    {
        if (!Truth.Holds(_impossible.Evaluate(values)))
        {
            return;
        }

        var cells = Guilty(values);
        var (columns, found) = (string.Join(" and ", cells.Select(cell => cell.Column)), string.Join(", ", cells.Select(cell => cell.Text(values))));
        var remedy = $"{_rule.Id}: {_rule.Label} ({_rule.Source}). Compare the cells with the patient's record and mend the wrong one, or leave it empty where it is not known";
        if (_rejects)
        {
            faults.Add(row, columns, found, EtlRule.ImpossibleCombination, remedy + ".");
        }
        else
        {
            faults.Flag(row, columns, found, EtlRule.ImpossibleCombination, remedy + "; the row is kept.");
        }
    }

    /// <summary>Cells that together are enough to break the rule: the others may be unknown and it is still broken.</summary>
    private CombinationCell[] Guilty(double[] values)
    {
        var known = values.ToArray();
        var guilty = new List<CombinationCell>();
        foreach (var cell in _cells)
        {
            known[cell.Slot] = double.NaN;
            if (!Truth.Holds(_impossible.Evaluate(known)))
            {
                known[cell.Slot] = values[cell.Slot];
                guilty.Add(cell);
            }
        }

        return [.. guilty];
    }
}
