using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Scaled exponential linear unit (Klambauer et al. 2017).</summary>
            public static SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>Scaled exponential linear unit (Klambauer et al. 2017).</summary>
                public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.Replace(x.selu()) : x.selu();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Scaled exponential linear unit (Klambauer et al. 2017).</summary>
    public sealed class SELU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal SELU(bool inplace)
            : base(nameof(SELU)) => this.inplace = inplace;

        public bool inplace { get; set; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.selu(tensor, inplace);
    }
}
