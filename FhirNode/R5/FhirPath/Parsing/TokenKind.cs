namespace GenoMed.Fhir.R5.FhirPath.Parsing;

internal enum TokenKind
{
    End,
    Identifier,
    QuotedIdentifier,
    String,
    Integer,
    Long,
    Decimal,
    Temporal,
    External,
    Special,
    Symbol,
}
