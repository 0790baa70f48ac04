using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        // Klambauer et al. 2017, "Self-Normalizing Neural Networks", equation 2.
        private const double SeluAlpha = 1.6732632423543772848170429916717;
        private const double SeluScale = 1.0507009873554804934193349852946;

        public Tensor relu() => Tape.Record(GradientRules.Relu, Elementwise.Unary<ReluOp>(this, nameof(relu)), this);

        public Tensor leaky_relu(Scalar negative_slope) =>
            Tape.Record(GradientRules.LeakyRelu, Elementwise.Parameterised<LeakyReluOp>(this, negative_slope.Double, nameof(leaky_relu)), this, negative_slope.Double);

        public Tensor elu(double alpha = 1) => Elu(alpha, 1, 1);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Elu(alpha.Double, scale.Double, input_scale.Double);

        public Tensor selu() => Elu(SeluAlpha, SeluScale, 1);

        public Tensor sigmoid() => Tape.Record(GradientRules.Sigmoid, Elementwise.Unary<SigmoidOp>(this, nameof(sigmoid)), this);

        public Tensor tanh() => Tape.Record(GradientRules.Tanh, Elementwise.Unary<TanhOp>(this, nameof(tanh)), this);

        /// <summary>log(1 + exp(beta·x)) / beta; x itself beyond the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) =>
            Tape.Record(GradientRules.Softplus, Softpluses.Run(this, beta, threshold), this, (beta, threshold));

        public Tensor softmax(long dim, ScalarType? dtype = null) => Softmax(dim, dtype, log: false);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Softmax(dim, dtype, log: true);

        private Tensor Elu(double alpha, double scale, double inputScale) =>
            Tape.Record(GradientRules.Elu, Elus.Run(this, alpha, scale, inputScale), this, (alpha, scale, inputScale));

        private Tensor Softmax(long dim, ScalarType? type, bool log)
        {
            var x = Elementwise.Real(type is { } wanted ? to_type(wanted) : this, log ? nameof(log_softmax) : nameof(softmax));
            var d = Shapes.Dim(dim, _shape.Length);
            return Tape.Record(log ? GradientRules.LogSoftmax : GradientRules.Softmax, Softmaxes.Softmax(x, d, log), x, d);
        }
    }
}
