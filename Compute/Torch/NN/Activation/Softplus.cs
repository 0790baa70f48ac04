using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>log(1 + exp(beta · x)) / beta.</summary>
            public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

            public static partial class functional
            {
                /// <summary>log(1 + exp(beta · x)) / beta.</summary>
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>log(1 + exp(beta · x)) / beta.</summary>
    public sealed class Softplus : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Softplus(double beta, double threshold)
            : base(nameof(Softplus)) => (this.beta, this.threshold) = (beta, threshold);

        public double beta { get; set; }

        public double threshold { get; set; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softplus(tensor, beta, threshold);
    }
}
