using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>
/// What search modifiers, bindings and <c>memberOf()</c> ask of a terminology. Answers come from memory and are safe to
/// ask for from any thread; canonical URLs may carry <c>|version</c>.
/// </summary>
public interface ITerminology
{
    /// <summary>The codes of a value set: search modifiers <c>:in</c> and <c>:not-in</c>.</summary>
    /// <exception cref="OperationProblem">NotFound: the value set is not known here; Unprocessable: it takes all of a code system whose codes are not all known here.</exception>
    IReadOnlyCollection<ConceptKey> Members(string valueSet);

    /// <summary>The code and all that it subsumes: search modifier <c>:below</c>.</summary>
    /// <param name="system">URL of the code system; null takes every one that has the code.</param>
    /// <param name="code">The code.</param>
    /// <exception cref="OperationProblem">NotFound: the code system or the code is not known here.</exception>
    IReadOnlyCollection<ConceptKey> Below(string? system, string code);

    /// <summary>The code and all that subsume it: search modifier <c>:above</c>.</summary>
    /// <param name="system">URL of the code system; null takes every one that has the code.</param>
    /// <param name="code">The code.</param>
    /// <exception cref="OperationProblem">NotFound: the code system or the code is not known here.</exception>
    IReadOnlyCollection<ConceptKey> Above(string? system, string code);

    /// <summary>Whether a value set has a code; null where this terminology cannot tell (unknown value set, or LOINC as a whole).</summary>
    /// <param name="valueSet">Canonical URL.</param>
    /// <param name="system">URL of the code system; null for an element of type code, which has none.</param>
    /// <param name="code">The code.</param>
    bool? Contains(string valueSet, string? system, string code);
}
