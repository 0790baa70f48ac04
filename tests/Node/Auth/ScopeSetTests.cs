using GenoMed.Fhir.Node.Auth;

namespace GenoMed.Fhir.Node.Tests.Auth;

public sealed class ScopeSetTests
{
    [Theory]
    [InlineData("system/*.cruds", "system/Patient.r", true)]
    [InlineData("system/*.cruds", "system/Operation.echo", false)]
    [InlineData("system/Operation.*", "system/Operation.echo", true)]
    [InlineData("system/Operation.*", "system/Patient.r", false)]
    [InlineData("system/Operation.*", "system/Operation.release", false)]
    [InlineData("system/Operation.* system/Operation.release", "system/Operation.release", true)]
    [InlineData("system/Operation.release", "system/Operation.echo", false)]
    [InlineData("system/Patient.rs", "system/Patient.rs", true)]
    [InlineData("system/Patient.rs", "system/Patient.cruds", false)]
    [InlineData("system/Patient.rs", "system/*.rs", false)]
    [InlineData("system/Patient.rs system/Observation.c", "system/Observation.c", true)]
    public void GivenScopes_WhenOneIsAsked_ThenCoveredOrNot(string granted, string asked, bool covered)
        => Assert.Equal(covered, ScopeSet.Parse(granted).Allows(asked));

    [Theory]
    [InlineData("system/Patient.")]
    [InlineData("system/Patient.sr")]
    [InlineData("system/Patient.read")]
    [InlineData("user/Patient.r")]
    [InlineData("system/Operation.")]
    [InlineData("system/Operation.cruds.x")]
    public void GivenAnotherForm_WhenRead_ThenUnreadable(string scope) => Assert.Equal([scope], ScopeSet.Unreadable(scope));
}
