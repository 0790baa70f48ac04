using System.ComponentModel.DataAnnotations;
using System.Net;
using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Store;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Options;

/// <summary>Refuses to start on options that make no sense or would open patient data to a network.</summary>
internal sealed class NodeOptionsValidator : IValidateOptions<NodeOptions>
{
    public ValidateOptionsResult Validate(string? name, NodeOptions options)
    {
        if (options.Clients.Contains(null!))
        {
            return ValidateOptionsResult.Fail("A client is null.");
        }

        var faults = Annotations(options).Concat(Annotations(options.Limits)).Concat(Annotations(options.Store)).Concat(Annotations(options.Bulk)).Concat(options.Clients.SelectMany(Annotations)).ToList();
        faults.AddRange(AddressFaults(options));
        faults.AddRange(StoreFaults(options.Store));
        faults.AddRange(ClientFaults(options));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Annotations(object options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{options.GetType().Name}: {result.ErrorMessage}");
    }

    private static IEnumerable<string> AddressFaults(NodeOptions options)
    {
        if (!IPAddress.TryParse(options.Address, out var address))
        {
            yield return $"Address '{options.Address}' is not an IP address.";
        }
        else if (options.Open && !IPAddress.IsLoopback(address))
        {
            yield return $"An open node answers without tokens and listens on loopback only; {options.Address} is not loopback.";
        }
    }

    private static IEnumerable<string> StoreFaults(NodeStoreOptions store)
    {
        if (StoreCatalog.Find(store.Engine) is not { } engine)
        {
            yield return $"Store: there is no engine '{store.Engine}'; there are: {string.Join(", ", StoreCatalog.All.Select(known => known.Name))}.";
        }
        else if (engine.IsShared && string.IsNullOrWhiteSpace(store.Connection))
        {
            yield return $"Store: the engine '{store.Engine}' needs a connection string: store.connectionString, --connection or the environment variable {NodeStoreOptions.ConnectionVariable}.";
        }
    }

    private static IEnumerable<string> ClientFaults(NodeOptions options)
    {
        foreach (var twice in options.Clients.GroupBy(client => client.ClientId).Where(group => group.Count() > 1))
        {
            yield return $"Client '{twice.Key}' is registered twice.";
        }

        foreach (var client in options.Clients)
        {
            if (ClientKeys.Fault(client) is { } fault)
            {
                yield return $"Client '{client.ClientId}': {fault}";
            }

            foreach (var scope in ScopeSet.Unreadable(client.Scopes))
            {
                yield return $"Client '{client.ClientId}': scope '{scope}' is not of the form system/<Type>.<cruds> or system/Operation.<code>.";
            }
        }
    }
}
