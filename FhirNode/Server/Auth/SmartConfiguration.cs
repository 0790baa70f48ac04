using System.Text.Json;
using GenoMed.Fhir.Node.Http;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>GET [base]/.well-known/smart-configuration: where and how a client gets a token (SMART App Launch 2.2, "Conformance").</summary>
internal sealed class SmartConfiguration(NodeAddress address)
{
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("issuer", address.BaseUrl);
        writer.WriteString("token_endpoint", address.TokenUrl);
        Write(writer, "token_endpoint_auth_methods_supported", "private_key_jwt");
        Write(writer, "token_endpoint_auth_signing_alg_values_supported", "ES384", "RS384");
        Write(writer, "grant_types_supported", "client_credentials");
        Write(writer, "scopes_supported", [.. ScopeSet.Supported]);
        Write(writer, "capabilities", "client-confidential-asymmetric", "permission-v2");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, params ReadOnlySpan<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
