using TorchSharp.Optimizers;

namespace TorchSharp.Modules;

/// <summary>Kingma and Ba 2015; weight decay is an L2 penalty.</summary>
public class Adam : AdamBase
{
    public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize, decoupled: false)
    {
    }
}
