using GenoMed.Fhir.Compute.Models.CtGan;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.VaeBgm;

namespace GenoMed.Fhir.Compute.Models.Tests.CtGan;

public sealed class CodeCalibrationTests
{
    private const string Plain = """{"latent": 8, "hidden": 16, "batchSize": 60, "modes": 4, "encoderRounds": 0}""";

    private const string Calibrated = """{"latent": 8, "hidden": 16, "batchSize": 60, "modes": 4, "encoderRounds": 0, "calibration": true}""";

    private static readonly FeatureTable Cohort = Patients.Table(600, 1);

    private static readonly IGenerator Model = (IGenerator)ModelCatalog.Find("ctgan");

    private static TrainResult Train(string options)
    {
        var plan = Patients.Plan("ctgan", options);
        return Model.Train(plan, Cohort, Model.CreateState(plan), new TrainRequest { Round = 1, Epochs = 2, Node = "a" }, null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void GivenAGeneratorThatHasHardlyLearned_WhenCalibrated_ThenItsCodesAreAsFrequentAsThePatients()
    {
        var state = Train(Calibrated).State;
        var (plain, calibrated) = (Generate(Plain, 5), Generate(Calibrated, 5));
        Assert.All(Codes, code => Assert.InRange(Math.Abs(Frequency(calibrated, code) - Frequency(Cohort, code)), 0, 0.03));
        Assert.Contains(Codes, code => Math.Abs(Frequency(plain, code) - Frequency(Cohort, code)) > 0.05);

        FeatureTable Generate(string options, long seed) => Model.Generate(Patients.Plan("ctgan", options), state, 4000, seed);
    }

    [Fact]
    public void GivenCalibration_WhenTrained_ThenTheStateIsTheSame() => Assert.Equal(Numbers(Train(Plain)), Numbers(Train(Calibrated)));

    [Fact]
    public void GivenCalibration_WhenGeneratedUnderAConditionAndTwice_ThenEveryRowHasItAndTheRowsAreTheSame()
    {
        var (plan, state) = (Patients.Plan("ctgan", Calibrated), Train(Calibrated).State);
        var first = Model.Generate(plan, state, 40, 3, new Dictionary<string, double> { ["c"] = 2 });
        var second = Model.Generate(plan, state, 40, 3, new Dictionary<string, double> { ["c"] = 2 });
        Assert.All(first.Column("c").ToArray(), value => Assert.Equal(2, value));
        Assert.Equal(first.Column("a").ToArray(), second.Column("a").ToArray());
    }

    [Fact]
    public void GivenLogitsAndFrequencies_WhenShifted_ThenTheMeanProbabilitiesOfWhatIsThereAreTheFrequencies()
    {
        var layout = CtGanNetwork.Build(Patients.Plan("ctgan", Plain)).Layout;
        var random = new RandomStream(1);
        float[] raw = [.. Enumerable.Range(0, 500 * layout.Width).Select(_ => (float)(2 * random.NextNormal()))];
        double[] frequencies = [.. layout.Discrete.SelectMany(group => Enumerable.Range(1, group.Codes).Select(code => code / (2.0 * group.Codes)))];
        var offsets = CodeCalibration.Offsets(layout, frequencies, raw);
        Assert.All(Enumerable.Range(0, layout.DiscreteOffset), column => Assert.Equal(0, offsets[column]));

        double Share(float[] row, int at, int codes, int code) =>
            Math.Exp(row[at + code] + offsets[at + code]) / Enumerable.Range(at, codes).Sum(column => Math.Exp(row[column] + offsets[column]));

        var flags = new ColumnFlags(layout.Table).Columns;
        for (var column = layout.Table.Numbers; column < layout.Table.Columns.Count; column++)
        {
            var (start, codes) = layout.Discrete[column - layout.Table.Numbers];
            double There(float[] row) => flags[column].Aggregate(1.0, (there, flag) => there * Share(row, layout.Start(flag), 2, 0));
            for (var code = 0; code < codes; code++)
            {
                var mean = raw.Chunk(layout.Width).Sum(row => There(row) * Share(row, layout.DiscreteOffset + start, codes, code)) / raw.Chunk(layout.Width).Sum(There);
                Assert.Equal(frequencies[start + code] / frequencies.AsSpan(start, codes).ToArray().Sum(), mean, 1e-3);
            }
        }

        Assert.Contains(flags, column => column.Length > 0);
    }

    [Fact]
    public void GivenAColumnOfWhichOneCodeIsTold_WhenShifted_ThenItStays()
    {
        var layout = CtGanNetwork.Build(Patients.Plan("ctgan", Plain)).Layout;
        var frequencies = new double[layout.Conditions];
        frequencies[0] = 0.001;
        Assert.All(CodeCalibration.Offsets(layout, frequencies, [.. Enumerable.Range(0, 10 * layout.Width).Select(i => (float)Math.Sin(i))]), offset => Assert.Equal(0, offset));
    }

    private static IEnumerable<(string Feature, int Code)> Codes => [("a", 1), ("b", 1), ("c", 0), ("c", 1), ("c", 2)];

    private static double Frequency(FeatureTable table, (string Feature, int Code) code)
    {
        double[] known = [.. table.Column(code.Feature).ToArray().Where(value => !double.IsNaN(value))];
        return known.Count(value => value == code.Code) / (double)known.Length;
    }

    private static double[] Numbers(TrainResult result) => Variational.Flat.Numbers(result.State);
}
