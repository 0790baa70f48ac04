namespace GenoMed.Fhir.Cli;

/// <summary>The arguments do not fit together; the message says how they would.</summary>
internal sealed class UsageException(string message) : Exception(message);
