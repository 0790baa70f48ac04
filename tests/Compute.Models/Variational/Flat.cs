using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.Variational;

/// <summary>Tensors from and to flat numbers.</summary>
internal static class Flat
{
    /// <summary>[rows, columns] of float32.</summary>
    public static torch.Tensor Matrix(double[] numbers, int columns) =>
        torch.tensor([.. numbers.Select(number => (float)number)], [numbers.Length / columns, columns]);

    public static torch.Tensor Vector(double[] numbers) => torch.tensor(numbers.Select(number => (float)number).ToArray());

    public static double[] Numbers(torch.Tensor tensor) => [.. tensor.data<float>().ToArray().Select(number => (double)number)];

    /// <summary>All numbers of a state, by name.</summary>
    public static double[] Numbers(IReadOnlyDictionary<string, torch.Tensor> state) =>
        [.. state.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.to(torch.float64).data<double>().ToArray())];
}
