using GenoMed.Fhir.Node.Http;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>The only paths that answer without a token.</summary>
internal static class OpenPaths
{
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal)
    {
        "/health",
        $"{NodeAddress.BasePath}/health",
        $"{NodeAddress.BasePath}/metadata",
        $"{NodeAddress.BasePath}/.well-known/smart-configuration",
        $"{NodeAddress.BasePath}/{NodeAddress.TokenPath}",
    };

    public static bool Contains(PathString path) => path.Value is { } text && Paths.Contains(text);
}
