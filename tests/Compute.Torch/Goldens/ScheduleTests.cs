using System.Text.Json;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Tests.Goldens;

/// <summary>Learning rates against PyTorch's.</summary>
public sealed class ScheduleTests
{
    private static readonly double[] Metric = [5, 4, 4.5, 4.1, 3.99999, 4.2, 4.3, 4.4, 3, 3.01, 3.02, 3.04];

    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> Schedules = new()
    {
        ["LambdaLR"] = o => lr_scheduler.LambdaLR(o, epoch => 1 / (1 + (0.3 * epoch))),
        ["StepLR"] = o => lr_scheduler.StepLR(o, 3, 0.5),
        ["MultiStepLR"] = o => lr_scheduler.MultiStepLR(o, [2, 5, 6], 0.5),
        ["ExponentialLR"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["LinearLR"] = o => lr_scheduler.LinearLR(o),
        ["CosineAnnealingLR"] = o => lr_scheduler.CosineAnnealingLR(o, 7, 0.01),
        ["ReduceLROnPlateau"] = o => lr_scheduler.ReduceLROnPlateau(o, "min", 0.5, 1, cooldown: 1),
        ["ReduceLROnPlateau_max"] = o => lr_scheduler.ReduceLROnPlateau(o, "max", 0.5, 0, threshold: 0.05, threshold_mode: "abs", min_lr: [0.03]),
    };

    public static TheoryData<string> Names() => [.. Schedules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRatesArePyTorchs(string name)
    {
        var goldens = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", "goldens.json"))).RootElement.GetProperty("schedules");
        Assert.Equal(Schedules.Keys.Order(), goldens.EnumerateObject().Select(golden => golden.Name).Order());
        double[] expected = [.. goldens.GetProperty(name).EnumerateArray().Select(rate => rate.GetDouble())];
        Assert.Equal(expected, Rates(name), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void GivenAPlateauScheduleAndNoMetric_WhenStepped_ThenRefused()
    {
        using var optimizer = SGD([nn.Parameter(zeros(1))], 0.1);
        Assert.Throws<InvalidOperationException>(() => lr_scheduler.ReduceLROnPlateau(optimizer).step());
        Assert.Throws<ArgumentException>(() => lr_scheduler.ReduceLROnPlateau(optimizer, mode: "least"));
    }

    private static List<double> Rates(string name)
    {
        using var optimizer = SGD([nn.Parameter(zeros(1))], 0.1);
        var schedule = Schedules[name](optimizer);
        List<double> rates = [optimizer.ParamGroups.Single().LearningRate];
        foreach (var metric in Metric)
        {
            schedule.step(metric);
            rates.Add(schedule.get_last_lr().Single());
        }

        return rates;
    }
}
