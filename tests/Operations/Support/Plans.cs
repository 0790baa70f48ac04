using System.Buffers.Binary;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Operations.Tests.Support;

/// <summary>Plans over the invented cohorts.</summary>
internal static class Plans
{
    public static TrainingPlan Of(params string[] inputs) => new()
    {
        Id = "test",
        Model = new ModelPlan { Model = "deepsurv", Schema = Tables.Schema, Inputs = inputs, Outcome = "os", Seed = 7 },
        Rounds = 2,
    };

    /// <summary>The same safetensors file with NaN as its last float32.</summary>
    public static byte[] NotFinite(byte[] weights)
    {
        byte[] copy = [.. weights];
        BinaryPrimitives.WriteSingleLittleEndian(copy.AsSpan(copy.Length - 4), float.NaN);
        return copy;
    }
}
