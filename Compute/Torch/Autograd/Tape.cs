namespace TorchSharp.Autograd;

/// <summary>Records what is computed from tensors that require a gradient. Tensors of a context are handles that the tape takes over.</summary>
internal static class Tape
{
    internal static torch.Tensor Record(GradientRule rule, torch.Tensor result, torch.Tensor input, object? context = null)
    {
        if (GradMode.IsEnabled && input.Meta is not null)
        {
            new Node(rule, context, new ReadOnlySpan<torch.Tensor>(in input)).Produce(result);
        }
        else if (context is not null)
        {
            Node.Discard(context);
        }

        return result;
    }

    internal static torch.Tensor RecordMany(GradientRule rule, torch.Tensor result, object? context, params ReadOnlySpan<torch.Tensor> inputs)
    {
        if (GradMode.IsEnabled && AnyRequiresGrad(inputs))
        {
            new Node(rule, context, inputs).Produce(result);
        }
        else if (context is not null)
        {
            Node.Discard(context);
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
