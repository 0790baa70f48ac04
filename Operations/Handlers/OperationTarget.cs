namespace GenoMed.Fhir.Operations;

/// <summary>What an operation is called on.</summary>
/// <param name="ResourceType">The type in the URL; null at system level.</param>
/// <param name="Id">The logical id in the URL; null at system and type level.</param>
public sealed record OperationTarget(string? ResourceType = null, string? Id = null)
{
    /// <summary>The base itself.</summary>
    public static OperationTarget System { get; } = new();

    /// <summary><c>Patient/1</c>, <c>Patient</c> or the empty text.</summary>
    public override string ToString() => Id is null ? ResourceType ?? string.Empty : $"{ResourceType}/{Id}";

    /// <summary>The inverse of <see cref="ToString"/>.</summary>
    public static OperationTarget Parse(string text)
        => text.Split('/') is [{ Length: > 0 } type, .. var rest] ? new OperationTarget(type, rest.FirstOrDefault()) : System;
}
