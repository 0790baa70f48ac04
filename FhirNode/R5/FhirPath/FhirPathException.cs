namespace GenoMed.Fhir.R5.FhirPath;

/// <summary>An expression that cannot be parsed, or that has no meaning for the data it was evaluated on.</summary>
public sealed class FhirPathException : Exception
{
    public FhirPathException(string message, int position = -1)
        : base(position < 0 ? message : $"{message} (at position {position})")
        => Position = position;

    /// <summary>Offset in the text of the expression in UTF-16 units, or -1 when evaluation failed.</summary>
    public int Position { get; }
}
