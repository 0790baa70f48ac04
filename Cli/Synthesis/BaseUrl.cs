using System.CommandLine.Parsing;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary>Reads an option that is a node's FHIR base URL.</summary>
internal static class BaseUrl
{
    public static Uri? Parse(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        argument.AddError($"A FHIR base URL such as http://127.0.0.1:8080/fhir is expected, not '{argument.Tokens[0].Value}'.");
        return null;
    }
}
