using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>A select with the places of its columns in the row.</summary>
internal sealed class SelectStep
{
    private const int MaxRepeatDepth = 128;
    private const int MaxRepeatItems = 100_000;

    private readonly ViewSelect _select;
    private readonly int _offset;
    private readonly SelectStep[] _selects;
    private readonly SelectStep[] _union;

    public SelectStep(ViewSelect select, ref int offset)
    {
        _select = select;
        _offset = offset;
        offset += select.ColumnPaths.Count;
        _selects = new SelectStep[select.Selects.Count];
        for (var i = 0; i < _selects.Length; i++)
        {
            _selects[i] = new SelectStep(select.Selects[i], ref offset);
        }

        // The branches of a union share their columns.
        _union = new SelectStep[select.UnionAll.Count];
        var start = offset;
        for (var i = 0; i < _union.Length; i++)
        {
            offset = start;
            _union[i] = new SelectStep(select.UnionAll[i], ref offset);
        }
    }

    public void Apply(FhirPathCollection focus, VariableBinding index, RowSet rows, Scope scope)
    {
        if (_select.Iteration == ViewIteration.Once)
        {
            Fill(focus, index, rows, scope);
            return;
        }

        var items = Items(focus, index, scope);
        if (items.IsEmpty && _select.Iteration == ViewIteration.ForEachOrNull)
        {
            Fill(FhirPathCollection.Empty, RowIndexes.Bind(0), rows, scope);
            return;
        }

        var template = rows.Copy();
        rows.Clear();
        for (var i = 0; i < items.Count; i++)
        {
            var copy = i == items.Count - 1 ? template : template.Copy();
            Fill(items[i], RowIndexes.Bind(i), copy, scope);
            rows.Append(copy);
        }
    }

    private void Fill(FhirPathCollection focus, VariableBinding index, RowSet rows, Scope scope)
    {
        for (var i = 0; i < _select.ColumnPaths.Count; i++)
        {
            var column = _select.ColumnPaths[i];
            rows.Set(_offset + i, ViewValue.Of(column.Path.Evaluate(focus, index, scope), column));
        }

        foreach (var select in _selects)
        {
            select.Apply(focus, index, rows, scope);
        }

        Unite(focus, index, rows, scope);
    }

    private void Unite(FhirPathCollection focus, VariableBinding index, RowSet rows, Scope scope)
    {
        if (_union.Length == 0)
        {
            return;
        }

        var template = rows.Copy();
        rows.Clear();
        for (var i = 0; i < _union.Length; i++)
        {
            var copy = i == _union.Length - 1 ? template : template.Copy();
            _union[i].Apply(focus, index, copy, scope);
            rows.Append(copy);
        }
    }

    private FhirPathCollection Items(FhirPathCollection focus, VariableBinding index, Scope scope)
    {
        if (_select.Iteration != ViewIteration.Repeat)
        {
            return _select.Items[0].Evaluate(focus, index, scope);
        }

        var found = default(CollectionBuilder);
        Descend(focus, index, scope, 0, ref found);
        return found.Build();
    }

    // Depth first, so that a child's row follows its parent's.
    private void Descend(FhirPathCollection focus, VariableBinding index, Scope scope, int depth, ref CollectionBuilder found)
    {
        if (depth > MaxRepeatDepth || found.Count > MaxRepeatItems)
        {
            throw OperationProblem.Unprocessable($"'repeat' goes more than {MaxRepeatDepth} deep or finds more than {MaxRepeatItems} items.", _select.Items[0].Location);
        }

        foreach (var path in _select.Items)
        {
            foreach (var item in path.Evaluate(focus, index, scope))
            {
                found.Add(item);
                Descend(item, index, scope, depth + 1, ref found);
            }
        }
    }
}
