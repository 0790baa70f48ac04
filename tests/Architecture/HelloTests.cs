namespace GenoMed.Fhir.Architecture.Tests;
public sealed class HelloTests { [Fact] public void Runs_a_test() => Assert.True(true); }
