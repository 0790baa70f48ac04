using GenoMed.Fhir.Manager.Experiments;

namespace GenoMed.Fhir.Manager.Tests.Experiments;

public sealed class AttendanceTests
{
    [Fact]
    public void GivenOneMiss_WhenTheNextRoundComes_ThenTheNodeIsInvited()
    {
        var attendance = new Attendance();
        attendance.Missed("west", 4);

        Assert.True(attendance.IsInvited("west", 5));
    }

    [Fact]
    public void GivenADeadNode_WhenSixtyRoundsPass_ThenItIsAskedOnlyAFewTimes()
    {
        var attendance = new Attendance();
        var asked = 0;
        for (var round = 1; round <= 60; round++)
        {
            if (attendance.IsInvited("west", round))
            {
                asked++;
                attendance.Missed("west", round);
            }
        }

        Assert.InRange(asked, 4, 9);
    }

    [Fact]
    public void GivenANodeThatCameBack_WhenItMissesAgain_ThenItsPauseStartsAnew()
    {
        var attendance = new Attendance();
        attendance.Missed("west", 1);
        attendance.Missed("west", 2);
        attendance.Came("west");
        attendance.Missed("west", 10);

        Assert.True(attendance.IsInvited("west", 11));
    }
}
