using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>Which scope each interaction needs; a batch or transaction is checked entry by entry.</summary>
internal static class AccessRule
{
    /// <exception cref="OperationProblem">Forbidden; names the scope that the client lacks.</exception>
    public static void Check(Caller caller, FhirTarget target)
    {
        // A search of several types is checked for each, when it is known which they are.
        if (Permission(target.Interaction) is { } permission && target is not { Interaction: Interaction.Search, ResourceType: null })
        {
            CheckResource(caller, target.ResourceType ?? "*", permission);
        }
    }

    /// <exception cref="OperationProblem">Forbidden; names the scope that the client lacks.</exception>
    public static void CheckResource(Caller caller, string type, char permission)
    {
        if (!caller.Scopes.AllowsResource(type, permission))
        {
            throw Lacks(caller, $"system/{type}.{permission}");
        }
    }

    /// <summary>An operation says itself which scope it needs: its own, or the right to read what it returns.</summary>
    /// <exception cref="OperationProblem">Forbidden; names the scope that the client lacks.</exception>
    public static void CheckOperation(Caller caller, OperationContract contract, string? resourceType)
    {
        foreach (var scope in contract.Scopes(resourceType).Where(scope => !caller.Scopes.Allows(scope)))
        {
            throw Lacks(caller, scope);
        }
    }

    private static char? Permission(Interaction interaction) => interaction switch
    {
        Interaction.Create => 'c',
        Interaction.Read or Interaction.VRead or Interaction.HistoryInstance => 'r',
        Interaction.Update or Interaction.Patch => 'u',
        Interaction.Delete => 'd',
        Interaction.Search or Interaction.HistoryType or Interaction.HistorySystem => 's',
        _ => null,
    };

    private static OperationProblem Lacks(Caller caller, string scope)
        => OperationProblem.Forbidden($"Client '{caller.ClientId}' needs the scope {scope}; its token has: {caller.Scopes.Text}");
}
