using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Validate;

/// <summary>What <c>$validate</c> is asked.</summary>
/// <param name="Resource">The resource that was sent; null for the stored one.</param>
/// <param name="Mode">create, update, delete, profile, or null.</param>
/// <param name="Profiles">The profile asked for, or none.</param>
/// <param name="Target">What it is called on.</param>
internal sealed record ValidateInput(Resource? Resource, string? Mode, IReadOnlyList<string> Profiles, OperationTarget Target)
{
    private static readonly string[] Modes = ["create", "update", "delete", "profile"];

    /// <exception cref="OperationProblem">Required: there is no resource; Invalid: the mode is unknown, or the resource is of another type.</exception>
    public static ValidateInput Read(Resource parameters, OperationTarget target)
    {
        var input = ParameterList.Read(parameters);
        input.AllowOnly(ContractCatalog.Validate.Inputs.Select(known => known.Name));
        var (resource, mode) = (input.Optional("resource")?.AsResource(), input.Optional("mode")?.AsString());
        if (mode is not null && !Modes.Contains(mode))
        {
            throw OperationProblem.Invalid($"The mode '{mode}' is none of {string.Join(", ", Modes)}.", "Parameters.parameter.where(name='mode')");
        }

        if (resource is null && target.Id is null)
        {
            throw OperationProblem.Required("There is no resource to validate; send one, or call it on a stored one.", "Parameters.parameter.where(name='resource')");
        }

        if (resource is not null && resource.ResourceType != target.ResourceType)
        {
            throw OperationProblem.Invalid($"The URL says {target.ResourceType}, the resource is a {resource.ResourceType}.", resource.ResourceType);
        }

        return new ValidateInput(resource, mode, input.Optional("profile") is { } profile ? [profile.AsString()] : [], target);
    }

    /// <summary>What the mode asks for beyond the resource's own validity.</summary>
    public IEnumerable<OutcomeIssue> Faults(Resource resource)
    {
        if (Mode == "create" && resource.Id is not null)
        {
            yield return new OutcomeIssue(IssueSeverity.Warning, IssueCode.Informational, "On create the server gives the id; this one is ignored.", $"{resource.ResourceType}.id");
        }

        if (Mode == "update" && Target.Id is { } id && resource.Id != id)
        {
            yield return new OutcomeIssue(IssueSeverity.Error, IssueCode.Invalid, $"The resource's id is '{resource.Id}'; on update it must be '{id}'.", $"{resource.ResourceType}.id");
        }
    }
}
