using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x where positive, alpha · (exp x − 1) elsewhere.</summary>
            public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>x where positive, alpha · (exp x − 1) elsewhere.</summary>
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? x.Replace(x.elu(alpha)) : x.elu(alpha);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x where positive, alpha · (exp x − 1) elsewhere.</summary>
    public sealed class ELU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal ELU(double alpha, bool inplace)
            : base(nameof(ELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        public double alpha { get; set; }

        public bool inplace { get; set; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.elu(tensor, alpha, inplace);
    }
}
