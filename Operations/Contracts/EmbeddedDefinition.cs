using System.Reflection;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>The OperationDefinitions of <c>Definitions/</c>, which are part of this assembly.</summary>
internal static class EmbeddedDefinition
{
    /// <param name="id">The definition's id: the code, or <c>{Type}-{code}</c> where types share one.</param>
    public static OperationContract Contract(string id)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{id}.json")
            ?? throw new InvalidOperationException($"No embedded OperationDefinition '{id}.json'.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return DefinitionReader.Contract(Resource.Parse(bytes.ToArray()));
    }
}
