namespace GenoMed.Fhir.Guides.Expressions;

/// <summary>The variables that an expression may name, known when it is compiled.</summary>
public interface ISymbols
{
    /// <summary>The slot of a variable in the row, or null when there is no such variable.</summary>
    int? Slot(string variable);

    /// <summary>The number that stands for a category of a variable, or null when it has no such category.</summary>
    double? Category(string variable, string code);
}
