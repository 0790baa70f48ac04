using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>The networks of a plan with what reads their outputs.</summary>
internal sealed record SavaeNetwork(SavaeModule Module, TabularLayout Layout, WeibullHead Head, SavaeOptions Options)
{
    /// <summary>The networks with initial weights.</summary>
    public static SavaeNetwork Build(ModelPlan plan)
    {
        var options = ModelOptions.Read<SavaeOptions>(plan.Options);
        var layout = new TabularLayout(plan, plan.Inputs, generative: false);
        return new SavaeNetwork(new SavaeModule(plan.CreateEncoding().Width, layout, options), layout, new WeibullHead(TimeUnit(plan), options), options);
    }

    /// <summary>The networks with the weights of a state.</summary>
    public static SavaeNetwork Load(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state)
    {
        var network = Build(plan);
        StateDict.Load(network.Module, state);
        return network;
    }

    /// <summary>What training minimises.</summary>
    public TrainingTask Task(SavaeRows rows, long seed)
    {
        var loss = new SavaeLoss(Module, Layout, Head, Options);
        return new TrainingTask(Module, rows.Count, batch => loss.Evaluate(rows.Pick(batch)), batch => loss.Prediction(rows.Pick(batch)), seed);
    }

    /// <summary>The distribution of each row's time, [n].</summary>
    /// <param name="inputs">What the encoder reads, [n, p].</param>
    public Weibull[] Predict(Tensor inputs)
    {
        var (mean, logVariance) = Module.Encode(inputs);
        var (logShape, logScale) = Head.Of(Module.Time(Options.SampledPrediction ? Gaussian.Sample(mean, logVariance) : mean));
        return [.. logShape.data<float>().ToArray().Zip(logScale.data<float>().ToArray(), (shape, scale) => new Weibull(shape, scale))];
    }

    /// <summary>The typical follow-up, where the plan's scaler knows the outcome; else the outcome's own unit.</summary>
    private static double TimeUnit(ModelPlan plan) =>
        plan.Scaler.Features.TryGetValue(plan.Outcome, out var scale) && scale.Invert(0) is var typical and > 0 ? typical : 1;
}
