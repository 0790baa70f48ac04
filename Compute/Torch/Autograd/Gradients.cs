using System.Runtime.CompilerServices;

namespace TorchSharp.Autograd;

/// <summary>The gradients of an operation's inputs in their order, null for one that needs none. Up to three need no array.</summary>
[CollectionBuilder(typeof(Gradients), nameof(Of))]
internal readonly struct Gradients
{
    private readonly torch.Tensor? _first;
    private readonly torch.Tensor? _second;
    private readonly torch.Tensor? _third;
    private readonly torch.Tensor?[]? _many;

    private Gradients(ReadOnlySpan<torch.Tensor?> values)
    {
        Count = values.Length;
        if (Count > 3)
        {
            _many = values.ToArray();
            return;
        }

        _first = Count > 0 ? values[0] : null;
        _second = Count > 1 ? values[1] : null;
        _third = Count > 2 ? values[2] : null;
    }

    internal int Count { get; }

    internal torch.Tensor? this[int input] => _many is not null ? _many[input]
        : input == 0 ? _first : input == 1 ? _second : _third;

    public IEnumerator<torch.Tensor?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    internal static Gradients Of(ReadOnlySpan<torch.Tensor?> values) => new(values);
}
