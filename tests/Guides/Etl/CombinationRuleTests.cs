using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Guides.Tests.Etl;

/// <summary>The rules of every guide, on rows that break them, on the guides' invented patients and on real ones.</summary>
public sealed class CombinationRuleTests
{
    private const string Cbf = "fus_RUNX1_RUNX1T1=1;complex=0;monosomal=0;ELN2022=Favorable";

    public static TheoryData<string> Guides => [.. GuideCatalog.Default.Names];

    /// <summary>A guide, one of its rules, the cells that break it and, of these, the ones that the report names.</summary>
    public static TheoryData<string, string, string, string> Breaking { get; } = new()
    {
        { "mds", "y-loss", "SEX=F;cna_delY=1", "cna_delY=1, SEX=F" },
        { "mds", "tp53-state", "mut_TP53=0;mut_TP53mono=1;mut_TP53multi=0", "mut_TP53mono=1, mut_TP53=0" },
        { "mds", "tp53-states", "mut_TP53=1;mut_TP53mono=1;mut_TP53multi=1", "mut_TP53mono=1, mut_TP53multi=1" },
        { "mds", "tet2-state", "mut_TET2=0;mut_TET2bi=0;mut_TET2other=1", "mut_TET2other=1, mut_TET2=0" },
        { "mds", "tet2-states", "mut_TET2=1;mut_TET2bi=1;mut_TET2other=1", "mut_TET2bi=1, mut_TET2other=1" },
        { "mds", "neutrophils", "WBC=2;ANC=2.5;MONOCYTES=0.1", "ANC=2.5, WBC=2" },
        { "mds", "monocytes", "WBC=2;ANC=0.5;MONOCYTES=2.5", "MONOCYTES=2.5, WBC=2" },
        { "mds", "few-blasts", "WHO_2016=MDS-MLD;BM_BLAST=5", "BM_BLAST=5, WHO_2016=MDS-MLD" },
        { "mds", "thrombocytosis", "WHO_2016=MDS/MPN-RS-T;PLT=449", "WHO_2016=MDS/MPN-RS-T, PLT=449" },
        { "mds", "lfs-beyond-os", "OS_YEARS=1;OS_STATUS=0;LFS_YEARS=1.5;LFS_STATUS=0", "LFS_YEARS=1.5, OS_YEARS=1" },
        { "mds", "lfs-at-death", "OS_YEARS=1;OS_STATUS=1;LFS_YEARS=1;LFS_STATUS=0;AMLt_STATUS=0", "OS_STATUS=1, LFS_STATUS=0, LFS_YEARS=1, OS_YEARS=1" },
        { "mds", "lfs-at-leukaemia", "OS_YEARS=2;OS_STATUS=0;LFS_YEARS=1;LFS_STATUS=0;AMLt_YEARS=1;AMLt_STATUS=1", "AMLt_STATUS=1, LFS_STATUS=0" },
        { "cmml", "y-loss", "SEX=F;cna_delY=1", "cna_delY=1, SEX=F" },
        { "cmml", "neutrophils", "WBC=10;ANC=10.1;MONOCYTES=2;FAB=MD-CMML", "ANC=10.1, WBC=10" },
        { "cmml", "monocytes", "WBC=10;ANC=1;MONOCYTES=10.1;FAB=MD-CMML", "MONOCYTES=10.1, WBC=10" },
        { "cmml", "fab", "WBC=12.9;ANC=5;MONOCYTES=2;FAB=MP-CMML", "FAB=MP-CMML, WBC=12.9" },
        { "aml", "y-loss", "SEX=F;cna_delY=1", "cna_delY=1, SEX=F" },
        { "aml", "cebpa-bzip", "mut_CEBPA=0;mut_CEBPA_bZIP=1", "mut_CEBPA_bZIP=1, mut_CEBPA=0" },
        { "aml", "complex", $"{Cbf};complex=1", "complex=1, fus_RUNX1_RUNX1T1=1" },
        { "aml", "monosomal", $"{Cbf};monosomal=1", "monosomal=1, fus_RUNX1_RUNX1T1=1" },
        { "aml", "eln-core-binding-factor", $"{Cbf};ELN2022=Adverse", "fus_RUNX1_RUNX1T1=1, ELN2022=Adverse" },
        { "aml", "early-death", "RESPONSE=ED;OS_YEARS=0.1;OS_STATUS=0;RFS_YEARS=0.05;RFS_STATUS=1", "RESPONSE=ED, OS_STATUS=0" },
        { "aml", "rfs-beyond-os", "RESPONSE=CR;OS_YEARS=1;OS_STATUS=0;RFS_YEARS=1.5;RFS_STATUS=0", "RFS_YEARS=1.5, OS_YEARS=1" },
        { "aml", "rfs-at-death", "RESPONSE=CR;OS_YEARS=1;OS_STATUS=1;RFS_YEARS=1;RFS_STATUS=0", "OS_STATUS=1, RFS_STATUS=0, RFS_YEARS=1, OS_YEARS=1" },
        { "mm", "iss-microglobulin", "B2M=5.4;ALBUMIN=4;ISS=III;RISS=;R2ISS=", "ISS=III, B2M=5.4" },
        { "mm", "iss-one", "B2M=3;ALBUMIN=3.4;ISS=I;RISS=;R2ISS=", "ISS=I, ALBUMIN=3.4" },
        { "mm", "riss-iss", "B2M=4;ALBUMIN=4;ISS=II;RISS=III;R2ISS=", "RISS=III, ISS=II" },
        { "mm", "riss-lesions", "B2M=3;ALBUMIN=4;ISS=I;RISS=I;R2ISS=;fish_del17p=0;fish_t4_14=1;fish_t14_16=0", "RISS=I, fish_t4_14=1" },
        { "mm", "r2iss-low", "B2M=3;ALBUMIN=4;ISS=I;RISS=;R2ISS=Low;fish_del17p=0;fish_t4_14=0;fish_gain1q=1", "R2ISS=Low, fish_gain1q=1" },
        { "mm", "r2iss-three", "B2M=6;ALBUMIN=4;ISS=III;RISS=;R2ISS=Low-Intermediate", "ISS=III, R2ISS=Low-Intermediate" },
        { "mm", "pfs-beyond-os", "OS_YEARS=1;OS_STATUS=0;PFS_YEARS=1.5;PFS_STATUS=0", "PFS_YEARS=1.5, OS_YEARS=1" },
        { "mm", "pfs-at-death", "OS_YEARS=1;OS_STATUS=1;PFS_YEARS=1;PFS_STATUS=0", "OS_STATUS=1, PFS_STATUS=0, PFS_YEARS=1, OS_YEARS=1" },
        { "scd", "priapism", "SEX=F;priapism=1", "priapism=1, SEX=F" },
        { "scd", "fractions", "HBS=90;HBF=10;HBA2=3", "HBS=90, HBF=10, HBA2=3" },
        { "scd", "no-haemoglobin-s", "HBS=0;HBF=2;HBA2=3;transfusions=0;chronic_transfusion=0;transplant=0", "HBS=0, transfusions=0, chronic_transfusion=0, transplant=0" },
    };

    [Theory]
    [MemberData(nameof(Breaking))]
    public async Task GivenARowThatBreaksARule_WhenChecked_ThenItIsKeptAndTheReportSaysRowCellsRuleAndRemedy(string guide, string rule, string cells, string found)
    {
        var file = Row(guide, cells);
        var report = await Check(guide, file, RulePolicy.Warn);

        Assert.True(report.Clean && report.GoodRows == 1, report.ToText());
        var flag = Assert.Single(report.Warnings, one => one.Remedy.StartsWith($"{rule}: ", StringComparison.Ordinal));
        Assert.Equal((2L, EtlRule.ImpossibleCombination), (flag.Row, flag.Rule));
        Assert.Equal(found.Length > 80 ? $"{found[..80]}…" : found, flag.Value);
        Assert.Equal(string.Join(" and ", found.Split(", ").Select(cell => cell.Split('=')[0])), flag.Column);
        Assert.Contains("mend the wrong one", flag.Remedy, StringComparison.Ordinal);

        var rejected = await Check(guide, file, RulePolicy.Reject);
        Assert.Equal((0L, false), (rejected.GoodRows, rejected.MayLoad(skipInvalid: true)));
        Assert.Contains(rejected.Rejected, one => one.Remedy.StartsWith($"{rule}: ", StringComparison.Ordinal));

        var ignored = await Check(guide, file, RulePolicy.Off);
        Assert.DoesNotContain(ignored.Warnings, one => one.Rule == EtlRule.ImpossibleCombination);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void GivenAGuide_WhenItsRulesAreListed_ThenThereAreSomeAndEachHasARowThatBreaksIt(string guide)
    {
        string[] rules = [.. GuideCatalog.Default.Find(guide).Dictionary.Head.Rules.Select(rule => rule.Id)];

        Assert.NotEmpty(rules);
        Assert.Equal(rules, Breaking.Where(row => row.Data.Item1 == guide).Select(row => row.Data.Item2));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenThePatientsOfARecipe_WhenChecked_ThenNobodyBreaksARule(string guide)
    {
        var report = await Check(guide, Csv(GuideCatalog.Default.Find(guide).Cohorts(11).Generate(4000)), RulePolicy.Reject);
        Assert.True(report.Clean && report.GoodRows == 4000, report.ToText());
    }

    [Fact]
    public async Task GivenTheRealCohort_WhenChecked_ThenNobodyBreaksARule()
    {
        var report = await Check("mds", await File.ReadAllTextAsync(Repository.Shared("data/mds_ipssm.csv"), TestContext.Current.CancellationToken), RulePolicy.Reject);
        Assert.True(report.Clean && report.GoodRows == 2957, report.ToText());
    }

    [Fact]
    public async Task GivenACellThatIsNotKnown_WhenChecked_ThenNoRuleIsBroken()
        => Assert.Equal(0L, (await Check("mds", Row("mds", "SEX=F;cna_delY="), RulePolicy.Warn)).WarningCount);

    /// <summary>A clean invented patient with some cells changed.</summary>
    private static string Row(string guide, string cells)
    {
        var patient = GuideCatalog.Default.Find(guide).Cohorts(11).Generate(1);
        var row = patient.Header.Zip(patient.Rows[0]).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (var cell in cells.Split(';'))
        {
            row[cell.Split('=')[0]] = cell.Split('=')[1];
        }

        return Csv(new Cohort([.. row.Keys], [[.. row.Values]]));
    }

    private static string Csv(Cohort cohort)
        => string.Concat(cohort.Rows.Prepend([.. cohort.Header]).Select(row => string.Join(',', row) + "\n"));

    private static Task<EtlReport> Check(string guide, string text, RulePolicy policy) => new EtlChecker(GuideCatalog.Default.Find(guide).Dictionary, new EtlOptions { Rules = policy })
        .CheckAsync(EtlSource.Text("cohort.csv", text), progress: null, TestContext.Current.CancellationToken);
}
