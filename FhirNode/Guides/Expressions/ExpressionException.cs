namespace GenoMed.Fhir.Guides.Expressions;

/// <summary>An expression of a guide cannot be read; the message quotes it and says where.</summary>
public sealed class ExpressionException(string message) : FormatException(message);
