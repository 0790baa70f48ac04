using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>The paths of the RESTful API (R5 "RESTful API", http.html); used by HTTP requests and by Bundle entries alike.</summary>
internal static class FhirRoute
{
    public const string Jobs = "_jobs";
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    /// <param name="method">GET, HEAD, POST, PUT, PATCH, DELETE.</param>
    /// <param name="path">Relative to the base, without a query: <c>Patient/1/_history</c>.</param>
    /// <exception cref="OperationProblem">NotFound for a type or path that is none, NotSupported for a method that it does not take.</exception>
    public static FhirTarget Resolve(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Find(method, parts)
            ?? throw OperationProblem.MethodNotAllowed(
                $"{method} {(path.Length == 0 ? "on the base" : path)} is not an interaction of this server; /metadata lists them.",
                Methods.Where(allowed => Find(allowed, parts) is not null));
    }

    private static FhirTarget? Find(string method, string[] parts)
    {
        var verb = method == "HEAD" ? "GET" : method;
        return parts.Length > 0 && IsTypeName(parts[0]) ? OfType(verb, parts) : OfSystem(verb, parts);
    }

    private static bool IsMember(string part) => IsTypeName(part) || part == "*";

    private static bool IsTypeName(string part) => char.IsAsciiLetterUpper(part[0]);

    private static FhirTarget? OfSystem(string verb, string[] parts) => (verb, parts) switch
    {
        ("POST", []) => new(Interaction.Bundle),
        ("GET", []) or ("POST", ["_search"]) => new(Interaction.Search),
        ("GET", ["metadata"]) => new(Interaction.Capabilities),
        ("GET", ["_history"]) => new(Interaction.HistorySystem),
        ("GET", [Jobs, var id]) => new(Interaction.JobStatus, Id: id),
        ("GET", [Jobs, var id, var file]) => new(Interaction.JobFile, Id: id, File: file),
        ("DELETE", [Jobs, var id]) => new(Interaction.JobCancel, Id: id),
        ("GET" or "POST", [['$', .. var code]]) => new(Interaction.Operation, Operation: code),
        (_, [] or ["_search"] or ["metadata"] or ["_history"] or [Jobs, _] or [Jobs, _, _] or [['$', ..]]) => null,
        _ => throw OperationProblem.NotFound($"There is nothing at '{string.Join('/', parts)}'."),
    };

    // R5 search.html, "Search Contexts": a type within a compartment, or all of it.
    private static FhirTarget OfCompartment(string type, string id, string member)
    {
        if (!R5Definitions.Instance.Compartments.Contains(type))
        {
            throw OperationProblem.NotFound($"{type} has no compartment; {string.Join(", ", R5Definitions.Instance.Compartments)} have.");
        }

        if (member != "*" && !R5Definitions.Instance.IsResourceType(member))
        {
            throw OperationProblem.NotFound($"'{member}' is not a resource type of FHIR R5.");
        }

        return new(Interaction.Search, member == "*" ? null : member, Compartment: FhirReference.Parse($"{type}/{id}"));
    }

    private static FhirTarget? OfType(string verb, string[] parts)
    {
        var type = parts[0];
        // ViewDefinition is a type of SQL on FHIR, not of R5: nothing is stored under it, but operations are called on it.
        if (!R5Definitions.Instance.IsResourceType(type) && !(type == "ViewDefinition" && parts[^1].StartsWith('$')))
        {
            throw OperationProblem.NotFound($"'{type}' is not a resource type of FHIR R5.");
        }

        return (verb, parts[1..]) switch
        {
            ("GET", []) or ("POST", ["_search"]) => new(Interaction.Search, type),
            ("POST", []) => new(Interaction.Create, type),
            ("PUT", []) => new(Interaction.Update, type),
            ("PATCH", []) => new(Interaction.Patch, type),
            ("DELETE", []) => new(Interaction.Delete, type),
            ("GET", ["_history"]) => new(Interaction.HistoryType, type),
            ("GET" or "POST", [['$', .. var code]]) => new(Interaction.Operation, type, Operation: code),
            ("GET" or "POST", [var id, ['$', .. var code]]) => new(Interaction.Operation, type, id, Operation: code),
            (_, [['$', ..]] or [_, ['$', ..]]) => null,
            ("GET", [var id]) => new(Interaction.Read, type, id),
            ("PUT", [var id]) => new(Interaction.Update, type, id),
            ("PATCH", [var id]) => new(Interaction.Patch, type, id),
            ("DELETE", [var id]) => new(Interaction.Delete, type, id),
            ("GET", [var id, "_history"]) => new(Interaction.HistoryInstance, type, id),
            ("GET", [var id, var member]) when IsMember(member) => OfCompartment(type, id, member),
            ("POST", [var id, var member, "_search"]) when IsMember(member) => OfCompartment(type, id, member),
            ("GET", [var id, "_history", var version]) => new(Interaction.VRead, type, id, version),
            (_, [] or [_] or [_, "_history"] or [_, "_history", _]) => null,
            _ => throw OperationProblem.NotFound($"There is nothing at '{string.Join('/', parts)}'."),
        };
    }
}
