namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>Every workload by name; each makes a training step that can be run again and again.</summary>
internal static class WorkloadList
{
    internal static IReadOnlyList<(string Name, Func<Action> Make)> All { get; } =
    [
        ("deepsurv-32x2-batch64", () => DeepSurvStep.Make(64, 32)),
        ("deepsurv-32x2-batch256", () => DeepSurvStep.Make(256, 32)),
        ("deepsurv-32x2-full", () => DeepSurvStep.Make(DeepSurvStep.Rows, 32)),
        ("deepsurv-128x2-batch64", () => DeepSurvStep.Make(64, 128)),
        ("deepsurv-128x2-batch256", () => DeepSurvStep.Make(256, 128)),
        ("deepsurv-128x2-full", () => DeepSurvStep.Make(DeepSurvStep.Rows, 128)),
        ("savae-batch64", SavaeStep.Make),
        ("ctgan-batch500", CtganStep.Make),
        ("mlp-96-32-32-1-batch256", MlpStep.Make),
    ];
}
