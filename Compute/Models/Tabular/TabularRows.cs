using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>Encoded patients.</summary>
/// <param name="Values">[n × width] row-major: z-scores, 0/1, one-hot; 0 where missing.</param>
/// <param name="Presence">[n × width]: 1 where the value is known, 0 where it is missing.</param>
/// <param name="Width">Columns of the matrix, 1 or more.</param>
internal sealed record TabularRows(float[] Values, float[] Presence, int Width)
{
    public int Count => Values.Length / Width;

    /// <summary>The rows at the given positions, in that order.</summary>
    public TabularRows Pick(ReadOnlySpan<int> rows)
    {
        var picked = new TabularRows(new float[rows.Length * Width], new float[rows.Length * Width], Width);
        for (var i = 0; i < rows.Length; i++)
        {
            Values.AsSpan(rows[i] * Width, Width).CopyTo(picked.Values.AsSpan(i * Width));
            Presence.AsSpan(rows[i] * Width, Width).CopyTo(picked.Presence.AsSpan(i * Width));
        }

        return picked;
    }

    /// <summary>These rows and then others of the same layout.</summary>
    public TabularRows Append(TabularRows others) => new([.. Values, .. others.Values], [.. Presence, .. others.Presence], Width);

    /// <summary>[n, width]</summary>
    public torch.Tensor ValueTensor() => torch.tensor(Values, [Count, Width]);

    /// <summary>[n, width]</summary>
    public torch.Tensor PresenceTensor() => torch.tensor(Presence, [Count, Width]);
}
