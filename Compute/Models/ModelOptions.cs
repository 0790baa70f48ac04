using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>Reads a model's own options from a plan and checks them; an unknown one is refused, not ignored.</summary>
internal static class ModelOptions
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="ArgumentException">An option is unknown, of another type or out of range.</exception>
    public static T Read<T>(JsonObject options)
        where T : class
    {
        try
        {
            var read = options.Deserialize<T>(Json)!;
            Validator.ValidateObject(read, new ValidationContext(read), validateAllProperties: true);
            return read;
        }
        catch (Exception problem) when (problem is JsonException or ValidationException)
        {
            throw new ArgumentException($"{typeof(T).Name}: {problem.Message}", problem);
        }
    }

    /// <summary>The options with every default written out.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Read{T}"/>.</exception>
    public static JsonObject Resolve<T>(JsonObject options)
        where T : class => JsonSerializer.SerializeToNode(Read<T>(options), Json)!.AsObject();

    /// <summary>The options of a schedule: those that suit the model, over them those that are given, and the number of its rounds of training.</summary>
    public static JsonObject Over(JsonObject suited, JsonObject given, int rounds)
    {
        var options = (JsonObject)suited.DeepClone();
        foreach (var (name, value) in given)
        {
            options[name] = value?.DeepClone();
        }

        options["trainingRounds"] = rounds;
        return options;
    }
}
