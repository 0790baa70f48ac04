using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>A method and path, understood.</summary>
/// <param name="Interaction">What is asked for.</param>
/// <param name="ResourceType">The type in the path, or null at system level.</param>
/// <param name="Id">The logical id, or the job's id; null for conditional update and delete.</param>
/// <param name="VersionId">The version of a vread as written.</param>
/// <param name="File">The name of a job's file.</param>
/// <param name="Operation">The operation's code without <c>$</c>.</param>
/// <param name="Compartment">The focus of the compartment that is searched, as <c>Patient/1</c>.</param>
internal sealed record FhirTarget(
    Interaction Interaction,
    string? ResourceType = null,
    string? Id = null,
    string? VersionId = null,
    string? Operation = null,
    string? File = null,
    FhirReference? Compartment = null);
