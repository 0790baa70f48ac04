using System.IO.Compression;
using System.Text;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests.Etl;

/// <summary>What a site file can say of a hospital's own way to write a file.</summary>
public sealed class SiteFileTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    private const string German = """
        format: 1
        separator: ";"
        decimal: ","
        thousands: "."
        dates: [dd.MM.yyyy, d.M.yy]
        missing: ["-9", unbekannt]
        identifier: Fallnummer
        columns:
          SEX: { column: Geschlecht, values: { w: F, m: M } }
          AGE: { between: [Geburt, Diagnose] }
          HB: { column: Hb, unit: g/L, missing: ["0"] }
          PLT: { column: Thrombozyten, unit: /uL }
          BM_BLAST: { column: Blasten }
          ANC: { column: Neutrophile }
          CYTO_IPSSR: { column: Zyto, values: { gut: Good } }
          OS_YEARS: { between: [Diagnose, Letzter Kontakt] }
          OS_STATUS: { column: Tot, values: { ja: "1", nein: "0" } }
        """;

    private const string Header = "Fallnummer;Geschlecht;Geburt;Diagnose;Hb;Thrombozyten;Blasten;Neutrophile;Zyto;Letzter Kontakt;Tot\n";

    [Fact]
    public async Task GivenAGermanFile_WhenReadWithItsSiteFile_ThenValuesAreTheDictionarys()
    {
        var row = await One(German, Header + "7;w;01.02.1950;01.02.2020;98,5;120.000;4,5;1,2;gut;01.08.2020;ja\n");

        Assert.Equal("7", row.SourceId);
        Assert.Equal((1.0, 9.85, 120.0, 4.5, 1.2, 1.0), (Value(row, "SEX"), Value(row, "HB"), Value(row, "PLT"), Value(row, "BM_BLAST"), Value(row, "ANC"), Value(row, "CYTO_IPSSR")));
        Assert.Equal(25567 / 365.25, Value(row, "AGE"), 9);
        Assert.Equal(182 / 365.25, Value(row, "OS"), 9);
        Assert.Equal(1, Value(row, "OS", 1));
    }

    [Fact]
    public async Task GivenItsCodesForMissing_WhenRead_ThenMissing()
    {
        var row = await One(German, Header + "7;w;01.02.1950;01.02.2020;0;-9;unbekannt;1,2;gut;;\n");
        Assert.All(["HB", "PLT", "BM_BLAST", "OS"], name => Assert.True(double.IsNaN(Value(row, name))));
    }

    [Fact]
    public async Task GivenASecondDatePattern_WhenRead_ThenItIsUnderstood()
        => Assert.Equal(25567 / 365.25, Value(await One(German, Header + "7;w;1.2.50;01.02.2020;98,5;1;1;1;gut;;\n"), "AGE"), 9);

    [Theory]
    [InlineData("7;w;1950-02-01;01.02.2020;98,5;1;1;1;gut;;\n", EtlRule.NotADate, "Geburt")]
    [InlineData("7;w;01.02.1950;01.02.2020;98,5;1;1;1;gut;01.02.2019;ja\n", EtlRule.NegativeDuration, "OS_YEARS")]
    [InlineData("7;x;01.02.1950;01.02.2020;98,5;1;1;1;gut;;\n", EtlRule.UnknownCategory, "Geschlecht")]
    [InlineData("7;w;01.02.1950;01.02.2020;a;1;1;1;gut;;\n", EtlRule.NotANumber, "Hb")]
    public async Task GivenABadCell_WhenChecked_ThenTheFilesOwnColumnIsNamed(string row, string rule, string column)
    {
        var fault = Assert.Single((await Check(German, Header + row)).Rejected);
        Assert.Equal((rule, column, 2L), (fault.Rule, fault.Column, fault.Row));
    }

    [Fact]
    public async Task GivenAUnitOfAnotherDimension_WhenChecked_ThenTheColumnIsRefused()
    {
        var report = await Check(German.Replace("unit: g/L", "unit: mmol/L", StringComparison.Ordinal), Header + "7;w;01.02.1950;01.02.2020;98,5;1;1;1;gut;;\n");
        Assert.Equal((EtlRule.WrongUnit, "Hb"), (report.Rejected[0].Rule, report.Rejected[0].Column));
    }

    [Fact]
    public async Task GivenLatin1_WhenRead_ThenUmlautsInNamesAreFound()
    {
        var bytes = Encoding.Latin1.GetBytes(Header.Replace("Hb", "Hämoglobin", StringComparison.Ordinal) + "7;w;01.02.1950;01.02.2020;98,5;1;1;1;gut;;\n");
        var site = Load(German.Replace("column: Hb", "column: Hämoglobin", StringComparison.Ordinal) + "\nencoding: latin1\n");
        Assert.Equal(9.85, Value(await One(site, new EtlSource("c.csv", () => new MemoryStream(bytes))), "HB"));
    }

    [Fact]
    public async Task GivenAGzippedTsv_WhenRead_ThenItIsTheSame()
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "c.tsv.gz");
        using (var gzip = new GZipStream(File.Create(file), CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes((Header + "7;w;01.02.1950;01.02.2020;98,5;1;1;1;gut;;\n").Replace(';', '\t')));
        }

        var row = await One(Load(German.Replace("separator: \";\"\n", "", StringComparison.Ordinal)), EtlSource.File(file));
        folder.Delete(recursive: true);
        Assert.Equal(9.85, Value(row, "HB"));
    }

    [Theory]
    [InlineData("format: 2", "format")]
    [InlineData("decimal: ':'", "decimal")]
    [InlineData("columns: {OS_YEARS: {between: [a]}}", "between")]
    [InlineData("colums: {}", "colums")]
    public void GivenAFaultySiteFile_WhenLoaded_ThenItSaysWhatIsWrong(string yaml, string named)
        => Assert.Contains(named, Assert.Throws<OperationProblem>(() => Load(yaml)).Message);

    [Fact]
    public async Task GivenAnImplausibleValue_WhenChecked_ThenFlaggedAndKept()
    {
        var report = await Check(German, Header + "7;w;01.02.1950;01.02.2020;31;120.000;1;1;gut;;\n");
        Assert.True(report.Clean);
        Assert.Equal((EtlRule.Implausible, "Hb", 1L), (report.Warnings[0].Rule, report.Warnings[0].Column, report.WarningCount));
    }

    private static SiteFile Load(string yaml)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, yaml);
        try
        {
            return SiteFile.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<EtlReport> Check(string site, string text)
        => new EtlChecker(Mds.Dictionary, new EtlOptions { Site = Load(site) }).CheckAsync(EtlSource.Text("c.csv", text), null, TestContext.Current.CancellationToken);

    private static Task<PatientRow> One(string site, string text) => One(Load(site), EtlSource.Text("c.csv", text));

    private static async Task<PatientRow> One(SiteFile site, EtlSource source)
    {
        var options = new EtlOptions { Site = site };
        var report = await new EtlChecker(Mds.Dictionary, options).CheckAsync(source, null, TestContext.Current.CancellationToken);
        Assert.True(report.Clean, report.ToText());
        return await new EtlRunner(Mds.Dictionary, options).RowsAsync(source, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
    }

    private static double Value(PatientRow row, string feature, int part = 0) => row.Values[Mds.Dictionary.Offset(Mds.Dictionary.Position(feature)) + part];
}
