namespace TorchSharp.Autograd;

/// <summary>Records what is computed from tensors that require a gradient. Tensors of a context are handles that the tape takes over.</summary>
internal static class Tape
{
    /// <summary>How many operations with a gradient rule this thread has run, on the tape or off it, forward and backward.</summary>
    [field: ThreadStatic]
    internal static long Operations { get; private set; }

    internal static torch.Tensor Record(GradientRule rule, torch.Tensor result, torch.Tensor input)
    {
        Operations++;
        if (GradMode.IsEnabled && input.Meta is not null)
        {
            Node.Of(rule, null, new ReadOnlySpan<torch.Tensor>(in input)).Produce(result);
        }

        return result;
    }

    internal static torch.Tensor Record<T>(GradientRule rule, torch.Tensor result, torch.Tensor input, T context) =>
        RecordWith(rule, result, context, input);

    internal static torch.Tensor RecordMany(GradientRule rule, torch.Tensor result, params ReadOnlySpan<torch.Tensor> inputs)
    {
        Operations++;
        if (GradMode.IsEnabled && AnyRequiresGrad(inputs))
        {
            Node.Of(rule, null, inputs).Produce(result);
        }

        return result;
    }

    internal static torch.Tensor RecordWith<T>(GradientRule rule, torch.Tensor result, T context, params ReadOnlySpan<torch.Tensor> inputs)
    {
        Operations++;
        if (GradMode.IsEnabled && AnyRequiresGrad(inputs))
        {
            Node.Of(rule, Context<T>.Of(context), inputs).Produce(result);
        }
        else
        {
            Context<T>.Discard(context);
        }

        return result;
    }

    private static bool AnyRequiresGrad(ReadOnlySpan<torch.Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Meta is not null)
            {
                return true;
            }
        }

        return false;
    }
}
