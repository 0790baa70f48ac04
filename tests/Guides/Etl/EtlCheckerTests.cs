using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests.Etl;

public sealed class EtlCheckerTests
{
    private const string Header = "ID,SEX,AGE,BM_BLAST,ANC,HB,PLT,CYTO_IPSSR,OS_YEARS,OS_STATUS";
    private const string Good = "p1,M,64.0,14,0.2,7.6,119,Good,1.25,1.0";

    private static readonly DataDictionary Mds = GuideCatalog.Default.Find("mds").Dictionary;

    public static TheoryData<string, string, string, string> BadCells { get; } = new()
    {
        { "p2,M,abc,14,0.2,7.6,119,Good,1.25,1", "AGE", "abc", EtlRule.NotANumber },
        { "p2,M,\"7,5\",14,0.2,7.6,119,Good,1.25,1", "AGE", "7,5", EtlRule.NotANumber },
        { "p2,M,Infinity,14,0.2,7.6,119,Good,1.25,1", "AGE", "Infinity", EtlRule.NotANumber },
        { "p2,M,64,14,0.2,118,119,Good,1.25,1", "HB", "118", EtlRule.OutOfRange },
        { "p2,M,64,-1,0.2,7.6,119,Good,1.25,1", "BM_BLAST", "-1", EtlRule.OutOfRange },
        { "p2,X,64,14,0.2,7.6,119,Good,1.25,1", "SEX", "X", EtlRule.UnknownCategory },
        { "p2,M,64,14,0.2,7.6,119,Bad,1.25,1", "CYTO_IPSSR", "Bad", EtlRule.UnknownCategory },
        { "p2,M,64,14,0.2,7.6,119,Good,1.25,2", "OS_STATUS", "2", EtlRule.UnknownCategory },
        { "p2,M,64,14,0.2,7.6,119,Good,,1", "OS_STATUS", "", EtlRule.EventWithoutDuration },
        { "p2,M,64,14,0.2,7.6,119,Good,-0.5,1", "OS_YEARS", "-0.5", EtlRule.NegativeDuration },
        { "p1,M,64,14,0.2,7.6,119,Good,1,1", "ID", "p1", EtlRule.DuplicatePatient },
        { ",M,64,14,0.2,7.6,119,Good,1,1", "ID", "", EtlRule.MissingIdentifier },
        { "p2,M,64,14", "", "", EtlRule.RaggedRow },
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public async Task GivenABadRow_WhenChecked_ThenFileRowColumnValueAndRuleAreNamed(string row, string column, string value, string rule)
    {
        var report = await Check($"{Header}\n{Good}\n{row}\n");

        var cell = Assert.Single(report.Rejected);
        Assert.Equal(("cohort.csv", 3L, column, value, rule), (cell.File, cell.Row, cell.Column ?? "", cell.Value, cell.Rule));
        Assert.NotEmpty(cell.Remedy);
        Assert.Equal((2L, 1L, false), (report.Rows, report.GoodRows, report.MayLoad(skipInvalid: false)));
        Assert.True(report.MayLoad(skipInvalid: true));
    }

    [Fact]
    public async Task GivenAGoodFile_WhenChecked_ThenItMayLoad()
    {
        var report = await Check($"{Header}\n{Good}\n");

        Assert.True(report.Clean && report.MayLoad(skipInvalid: false), report.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData(Header + "\n")]
    public async Task GivenNoPatient_WhenChecked_ThenTheFileIsRejectedAsEmpty(string text)
    {
        var report = await Check(text);

        Assert.Equal(EtlRule.EmptyFile, Assert.Single(report.Rejected).Rule);
        Assert.False(report.MayLoad(skipInvalid: true));
    }

    [Fact]
    public async Task GivenAMissingColumn_WhenChecked_ThenSkippingRowsDoesNotHelp()
    {
        var report = await Check("ID,SEX,AGE,BM_BLAST,ANC,PLT,CYTO_IPSSR,OS_YEARS,OS_STATUS\np1,M,64,1,1,1,Good,1,1\n");

        var cell = Assert.Single(report.Rejected);
        Assert.Equal(("HB", EtlRule.MissingColumn), (cell.Column, cell.Rule));
        Assert.False(report.MayLoad(skipInvalid: true));
    }

    [Fact]
    public async Task GivenAnUnknownColumn_WhenChecked_ThenItIsAWarningOnly()
    {
        var report = await Check($"{Header},SHOE_SIZE\n{Good},44\n");

        Assert.True(report.Clean);
        Assert.Equal(("SHOE_SIZE", EtlRule.UnknownColumn), (Assert.Single(report.Warnings).Column, report.Warnings[0].Rule));
    }

    [Fact]
    public async Task GivenAColumnTwice_WhenChecked_ThenTheFileIsRejected()
        => Assert.Equal(EtlRule.DuplicateColumn, Assert.Single((await Check($"{Header},HB\n{Good},7\n")).Rejected).Rule);

    [Fact]
    public async Task GivenAnUndeclaredUnit_WhenChecked_ThenBothUnitsAreNamed()
    {
        var report = await Check($"{Header.Replace("HB", "HB [oz/gal]", StringComparison.Ordinal)}\n{Good}\n");

        var cell = Assert.Single(report.Rejected);
        Assert.Equal(EtlRule.WrongUnit, cell.Rule);
        Assert.Contains("oz/gal", cell.Remedy, StringComparison.Ordinal);
        Assert.Contains("g/dL", cell.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HB [g/dL]", "11.8")]
    [InlineData("HB [g/L]", "118")]
    public async Task GivenADeclaredUnit_WhenRead_ThenTheValueIsInTheGuidesUnit(string column, string value)
    {
        var text = $"{Header.Replace("HB", column, StringComparison.Ordinal)}\n{Good.Replace("7.6", value, StringComparison.Ordinal)}\n";

        var row = await Rows(text);

        Assert.Equal(11.8, row[0].Values[Mds.Offset(Mds.Position("HB"))]);
    }

    [Fact]
    public async Task GivenAGigabyteWithoutALineBreak_WhenChecked_ThenTheLineIsNamedAndMemoryStaysSmall()
    {
        var source = new EtlSource("endless.csv", () => new EndlessStream(Encoding.UTF8.GetBytes($"{Header}\n"), 2L << 30));
        var before = GC.GetTotalAllocatedBytes();

        var report = await Check(source);

        Assert.Equal((2L, EtlRule.LineTooLong), (Assert.Single(report.Rejected).Row, report.Rejected[0].Rule));
        Assert.False(report.MayLoad(skipInvalid: true));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    [Fact]
    public async Task GivenGzipOfTsv_WhenChecked_ThenItIsReadLikeCsv()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tsv.gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes($"{Header}\n{Good}\n".Replace(',', '\t')), TestContext.Current.CancellationToken);
        }

        var report = await Check(EtlSource.File(path));
        File.Delete(path);

        Assert.True(report.Clean && report.Rows == 1, report.ToText());
    }

    [Fact]
    public async Task GivenAFileThatIsNotThere_WhenChecked_ThenNotFound()
        => Assert.Equal(ProblemKind.NotFound, (await Assert.ThrowsAsync<OperationProblem>(() => Check(EtlSource.File("no-such.csv")))).Kind);

    [Fact]
    public async Task GivenFaults_WhenReported_ThenTextAndOperationOutcomeNameThem()
    {
        var report = await Check($"{Header}\n{Good}\np2,X,abc,14,0.2,7.6,119,Good,1.25,1\n");

        var issues = report.ToOperationOutcome().Element.GetProperty("issue").EnumerateArray().ToArray();

        Assert.Contains("cohort.csv, row 3, column SEX: 'X' [unknown-category]", report.ToText(), StringComparison.Ordinal);
        Assert.Equal(["code-invalid", "value", "informational"], issues.Select(issue => issue.GetProperty("code").GetString()));
        Assert.Equal(ProblemKind.Unprocessable, report.ToProblem().Kind);
    }

    [Fact]
    public async Task GivenMoreFaultsThanAreKept_WhenChecked_ThenAllAreCounted()
    {
        var text = $"{Header}\n{string.Concat(Enumerable.Range(0, 50).Select(i => $"q{i},X,64,14,0.2,7.6,119,Good,1.25,1\n"))}";

        var report = await new EtlChecker(Mds, new EtlOptions { MaxReported = 7 }).CheckAsync(EtlSource.Text("cohort.csv", text), null, TestContext.Current.CancellationToken);

        Assert.Equal((50L, 7), (report.RejectedCount, report.Rejected.Count));
        Assert.Contains("and 43 more", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheRealCohort_WhenChecked_ThenEveryRowIsGood()
    {
        var report = await Check(EtlSource.File(Repository.Shared("data/mds_ipssm.csv")));

        Assert.True(report.Clean, report.ToText());
        Assert.Equal(2957L, report.GoodRows);
        Assert.All(report.Warnings, flagged => Assert.Equal(EtlRule.Implausible, flagged.Rule));
    }

    private static Task<EtlReport> Check(string text) => Check(EtlSource.Text("cohort.csv", text));

    private static Task<EtlReport> Check(EtlSource source)
        => new EtlChecker(Mds, new EtlOptions()).CheckAsync(source, progress: null, TestContext.Current.CancellationToken);

    private static async Task<List<PatientRow>> Rows(string text)
    {
        var rows = new List<PatientRow>();
        await foreach (var row in new EtlRunner(Mds, new EtlOptions()).RowsAsync(EtlSource.Text("cohort.csv", text), TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
