using System.Text.RegularExpressions;
using GenoMed.Fhir.Operations.Contracts;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>
/// The scopes of a client: <c>system/&lt;Type or *&gt;.&lt;subset of cruds&gt;</c> (SMART App Launch 2, "Scopes for requesting
/// FHIR resources") and this node's own <c>system/Operation.&lt;code or *&gt;</c>, because SMART names none for custom operations.
/// A wildcard of resources never gives an operation, and the wildcard of operations not those that are another person's to decide.
/// </summary>
internal sealed partial class ScopeSet
{
    private static readonly string[] ByNameOnly = [.. ContractCatalog.All.Where(contract => contract.ByNameOnly).Select(contract => contract.Code).Distinct()];

    private readonly List<(string Type, string Permissions)> _resources = [];
    private readonly HashSet<string> _operations = new(StringComparer.Ordinal);

    private ScopeSet(string text) => Text = text;

    /// <summary>Scopes that together are everything.</summary>
    public static IReadOnlyList<string> Supported => ["system/*.cruds", "system/Operation.*", .. ByNameOnly.Select(code => $"system/Operation.{code}")];

    /// <summary>Everything: the caller of an open node.</summary>
    public static ScopeSet All { get; } = Parse(string.Join(' ', Supported));

    /// <summary>The scopes separated by spaces.</summary>
    public string Text { get; }

    public static ScopeSet Parse(string scopes)
    {
        var set = new ScopeSet(scopes);
        foreach (var match in Split(scopes).Select(scope => Form().Match(scope)).Where(match => match.Success))
        {
            set.Add(match);
        }

        return set;
    }

    /// <summary>The scopes that <see cref="Parse"/> passes over because they are of neither form.</summary>
    public static IEnumerable<string> Unreadable(string scopes) => Split(scopes).Where(scope => !Form().IsMatch(scope));

    private bool AllowsOperation(string code) => _operations.Contains(code) || (_operations.Contains("*") && !ByNameOnly.Contains(code));

    /// <param name="type">A resource type, or <c>*</c> for all of them.</param>
    /// <param name="permission">One of c, r, u, d, s.</param>
    public bool AllowsResource(string type, char permission)
    {
        foreach (var (granted, permissions) in _resources)
        {
            if ((granted == "*" || granted == type) && permissions.Contains(permission, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Those of the requested scopes that this set covers, separated by spaces; empty when none.</summary>
    public string Grant(string requested) => string.Join(' ', Split(requested).Where(Allows));

    /// <summary>Whether all that the scope asks for is in this set.</summary>
    public bool Allows(string scope)
    {
        var match = Form().Match(scope);
        if (!match.Success)
        {
            return false;
        }

        return match.Groups["code"].Success
            ? AllowsOperation(match.Groups["code"].Value)
            : match.Groups["permissions"].Value.All(permission => AllowsResource(match.Groups["type"].Value, permission));
    }

    private void Add(Match match)
    {
        if (match.Groups["code"].Success)
        {
            _operations.Add(match.Groups["code"].Value);
        }
        else
        {
            _resources.Add((match.Groups["type"].Value, match.Groups["permissions"].Value));
        }
    }

    private static string[] Split(string scopes) => scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^system/(?:Operation\.(?<code>\*|[a-z0-9][a-z0-9-]*)|(?<type>\*|(?!Operation\.)[A-Z][A-Za-z]+)\.(?<permissions>(?=[cruds])c?r?u?d?s?))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
