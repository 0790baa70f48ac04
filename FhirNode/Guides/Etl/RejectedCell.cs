namespace GenoMed.Fhir.Guides.Etl;

/// <summary>One fault of a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">The line of the file, the header being 1; 0 where the whole file is meant.</param>
/// <param name="Column">The column's name, or null where the whole row is meant.</param>
/// <param name="Value">What stands there, cut to 80 characters.</param>
/// <param name="Rule">A name of <see cref="EtlRule"/>.</param>
/// <param name="Remedy">What is wrong and how to mend it.</param>
public sealed record RejectedCell(string File, long Row, string? Column, string Value, string Rule, string Remedy)
{
    /// <summary>One line for a person: file, row, column, value, rule, remedy.</summary>
    public override string ToString()
    {
        var where = (Row, Column) switch
        {
            (0, null) => File,
            (0, _) => $"{File}, column {Column}",
            (_, null) => $"{File}, row {Row}",
            _ => $"{File}, row {Row}, column {Column}",
        };
        return $"{where}: {(Value.Length > 0 ? $"'{Value}' " : "")}[{Rule}] {Remedy}";
    }
}
