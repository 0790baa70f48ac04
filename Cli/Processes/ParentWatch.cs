namespace GenoMed.Fhir.Cli.Processes;

/// <summary>Cancels when the process that started this one is gone (its end of our standard input closed).</summary>
internal static class ParentWatch
{
    public static CancellationTokenSource Link(bool watch, CancellationToken cancellationToken)
    {
        var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (watch)
        {
            new Thread(() => WaitForEnd(linked)) { IsBackground = true, Name = "parent watch" }.Start();
        }

        return linked;
    }

    private static void WaitForEnd(CancellationTokenSource linked)
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[64];
        while (input.Read(buffer) > 0)
        {
        }

        linked.Cancel();
    }
}
