using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Tests.Contracts;

/// <summary>Record → Parameters → record is the identity, through the bytes of the wire.</summary>
public sealed class ParametersRoundTripTests
{
    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get.Replace("\0", "0", StringComparison.Ordinal)).Where(text => !text.Any(char.IsSurrogate));

    private static readonly Gen<int> Counts = Gen.Choose(0, 100_000);

    private static readonly Gen<double> Numbers = ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => number.Get);

    private static readonly Gen<BinaryContent> Binaries = ArbMap.Default.GeneratorFor<byte[]>().Where(bytes => bytes is not null).Select(bytes => new BinaryContent(BinaryContent.SafeTensors, bytes));

    [Fact]
    public void GivenAnyTrainRoundInput_WhenWrittenAndRead_ThenEqual() => Check(
        from plan in Texts
        from round in Gen.Choose(1, 1000)
        from weights in Binaries
        from epochs in Optional(Gen.Choose(1, 50))
        select new TrainRoundInput { Dataset = "ds-1", Plan = plan, Round = round, Weights = weights, Epochs = epochs },
        input => ContractCatalog.TrainRound.ReadInput(Wire(ContractCatalog.TrainRound.WriteInput(input))));

    [Fact]
    public void GivenAnyTrainRoundOutput_WhenWrittenAndRead_ThenEqual() => Check(
        from update in Binaries
        from count in Counts
        from metrics in (from name in Texts from value in Numbers select new Metric(name, value)).ListOf()
        select new TrainRoundOutput { Update = update, NumExamples = count, Metrics = [.. metrics] },
        output => ContractCatalog.TrainRound.ReadOutput(Wire(ContractCatalog.TrainRound.WriteOutput(output))));

    [Fact]
    public void GivenAnyEvaluation_WhenWrittenAndRead_ThenEqual() => Check(
        from n in Counts
        from c in Numbers
        from events in Optional(Counts)
        from points in (from time in Numbers from survival in Numbers from atRisk in Counts select new CurvePoint(time, survival, atRisk)).ListOf()
        from groups in (from name in Texts select new RiskGroup { Name = name, N = n, Events = events, Points = [.. points] }).ListOf()
        select new EvaluateModelOutput { N = n, Events = n, CIndex = c, Comparable = c, Concordant = c, Discordant = c, Tied = c, Groups = [.. groups] },
        output => ContractCatalog.EvaluateModel.ReadOutput(Wire(ContractCatalog.EvaluateModel.WriteOutput(output))));

    [Fact]
    public void GivenAnyExtraction_WhenWrittenAndRead_ThenEqual() => Check(
        from rows in Counts
        from features in (from name in Texts from present in Optional(Counts) select new FeatureQuality { Name = name, Present = present, Suppressed = present is null }).ListOf()
        select new ExtractDatasetOutput { Dataset = "ds-1", Rows = rows, Sha256 = "ab", Snapshot = "Group/s", Features = [.. features] },
        output => ContractCatalog.ExtractDataset.ReadOutput(Wire(ContractCatalog.ExtractDataset.WriteOutput(output))));

    [Fact]
    public void GivenACohortReference_WhenWritten_ThenItIsAFhirReference()
    {
        var written = ContractCatalog.ExtractDataset.WriteInput(new ExtractDatasetInput { Guide = "mds", Cohort = "Group/1" });

        Assert.Equal("Group/1", written.Element.GetProperty("parameter")[1].GetProperty("valueReference").GetProperty("reference").GetString());
        Assert.Equal("Group/1", ContractCatalog.ExtractDataset.ReadInput(Wire(written)).Cohort);
    }

    [Fact]
    public void GivenAViewRun_WhenWritten_ThenTheBodyIsTheBinaryItself()
    {
        var written = ContractCatalog.ViewDefinitionRun.WriteOutput(new ViewDefinitionRunOutput { Return = new BinaryContent("text/csv", [65]) });

        Assert.Equal("Binary", written.ResourceType);
        Assert.Equal([65], ContractCatalog.ViewDefinitionRun.ReadOutput(Wire(written)).Return.Data);
    }

    private static void Check<T>(Gen<T> records, Func<T, T> thereAndBack)
        => Prop.ForAll(records.ToArbitrary(), record => Text(record) == Text(thereAndBack(record))).QuickCheckThrowOnFailure();

    private static Gen<int?> Optional(Gen<int> numbers) => Gen.OneOf(Gen.Constant<int?>(null), numbers.Select(number => (int?)number));

    private static string Text<T>(T record) => JsonSerializer.Serialize(record);

    private static Resource Wire(Resource resource) => Resource.Parse(resource.Json.ToArray());
}
