using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Reads a strategy's options and checks them.</summary>
internal static class StrategyOptions
{
    public static T Read<T>(JsonObject options)
        where T : class
    {
        try
        {
            var read = options.Deserialize<T>(CanonicalJson.Options)!;
            Validator.ValidateObject(read, new ValidationContext(read), validateAllProperties: true);
            return read;
        }
        catch (Exception problem) when (problem is JsonException or ValidationException)
        {
            throw new ArgumentException($"{typeof(T).Name}: {problem.Message}", problem);
        }
    }

    public static IStrategy None(JsonObject options, IStrategy strategy) => options.Count == 0
        ? strategy
        : throw new ArgumentException($"{strategy.Name} has no options, got: {string.Join(", ", options.Select(option => option.Key))}");
}
