using System.Runtime.CompilerServices;

namespace TorchSharp.Autograd;

/// <summary>What a rule needs to know of its operation besides tensors on the tape: a number, a dimension, positions.</summary>
internal abstract class Context
{
    /// <summary>Whether it keeps values, which a released graph does not.</summary>
    internal abstract bool HasTensors { get; }

    /// <summary>Lets go of the tensors within, which are the context's own handles, and of itself.</summary>
    internal abstract void Return();
}

/// <summary>A context of one type, kept per thread between operations.</summary>
internal sealed class Context<T> : Context
{
    private const int Most = 1024;
    private static readonly bool _hasTensors = typeof(T) == typeof(torch.Tensor) || typeof(T).GetGenericArguments().Contains(typeof(torch.Tensor));

    [ThreadStatic]
    private static Stack<Context<T>>? _free;

    internal override bool HasTensors => _hasTensors;

    internal T Value { get; private set; } = default!;

    internal static Context<T> Of(T value)
    {
        var context = _free is { } free && free.TryPop(out var spare) ? spare : new Context<T>();
        context.Value = value;
        return context;
    }

    /// <summary>Lets go of the tensors within a value that no operation keeps.</summary>
    internal static void Discard(T value)
    {
        if (!_hasTensors)
        {
            return;
        }

        (value as torch.Tensor)?.Recycle();
        for (var i = 0; i < ((value as ITuple)?.Length ?? 0); i++)
        {
            (((ITuple)value!)[i] as torch.Tensor)?.Recycle();
        }
    }

    internal override void Return()
    {
        Discard(Value);
        Value = default!;
        var free = _free ??= new Stack<Context<T>>();
        if (free.Count < Most)
        {
            free.Push(this);
        }
    }
}
