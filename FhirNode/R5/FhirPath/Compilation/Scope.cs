namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>
/// The variables that an expression sees. A function that evaluates an argument per item makes one child and moves it
/// along; <c>defineVariable</c> extends <see cref="Variables"/>, which every argument and operand leaves as it found it.
/// </summary>
internal sealed class Scope
{
    public Scope(Evaluation evaluation)
    {
        Evaluation = evaluation;
        This = evaluation.Focus;
    }

    private Scope(Scope parent)
    {
        Evaluation = parent.Evaluation;
        This = parent.This;
        Index = parent.Index;
        Total = parent.Total;
        Variables = parent.Variables;
    }

    public Evaluation Evaluation { get; }

    public bool IsStrict => Evaluation.Context.IsStrict;

    /// <summary><c>$this</c>.</summary>
    public FhirPathCollection This { get; set; }

    /// <summary><c>$index</c>, counted from 0.</summary>
    public int? Index { get; set; }

    /// <summary><c>$total</c>.</summary>
    public FhirPathCollection Total { get; set; }

    public VariableBinding? Variables { get; set; }

    public Scope Child() => new(this);

    /// <summary>Starts another expression in the same evaluation, which saves the objects and shares the budget.</summary>
    public void Restart(FhirPathCollection focus, VariableBinding? variables)
    {
        Evaluation.Focus = focus;
        This = focus;
        Index = null;
        Total = FhirPathCollection.Empty;
        Variables = variables;
    }

    /// <summary>Evaluates on a focus; variables that it defines end with it.</summary>
    public FhirPathCollection Isolated(Evaluator evaluator, FhirPathCollection focus)
    {
        var before = Variables;
        var result = evaluator(focus, this);
        Variables = before;
        return result;
    }

    /// <summary>Evaluates a lambda for one item; call it on a <see cref="Child"/>.</summary>
    public FhirPathCollection Apply(Evaluator lambda, FhirPathCollection item, int index)
    {
        Evaluation.Charge(1);
        This = item;
        Index = index;
        return Isolated(lambda, item);
    }
}
