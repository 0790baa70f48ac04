namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>What the page says in words.</summary>
internal static class PageText
{
    public const string Closing = """
        ## How to read it

        - CSF and GSF are ours (ADR 120) and not comparable with the consortium's .942 and .902. They are to the training patients
          of all nodes, whatever rows an arm has seen, and are means over four tables of as many invented patients as training
          patients: one table's own sampling noise in CSF is about .01.
        - Ceiling: one random half of the training patients judged by the other. Both halves are smaller than the tables that are
          judged, so that a generator can pass it. Floor: each feature of the training patients dealt to the rows anew.
        - Isolated: the node trains alone, by the same rounds and epochs.
        - ±: half the 95 % interval of the mean over splits (Student's t). Differences are taken split by split.
        - NNDR and membership inference are of the rows that the arm has seen; their hold-out is the 10 % test patients, whom nobody
          has trained on or chosen a setting by. Membership AUC is the larger of two attacks (nearest synthetic row; the same
          calibrated by other real rows), which is a little above .5 on average where nothing leaks.
        - C-index: a DeepSurv by its defaults (20 epochs), trained on the four tables of the last round and nothing else, tested on
          the real test patients; in the row of the ceiling, trained on the real training patients.
        - `bayesian-network` adds up exact counts (k = 1), which nodes would give under secure aggregation only;
          `bayesian-network-k10` hides cells of fewer than ten patients at each node, the default of a node that is asked for its
          counts in the clear (ADR 141). Its centralised form hides them too. The network knows all after three rounds; what changes
          in the last two is only what is drawn.
        - The settings are those that the models have for a schedule (`IGenerator.Schedule`), which `genomed demo` trains with as well
          (ADR 180). Every arm has the same.
        - CTGAN's one encoder round comes before the five, and VAE-BGM's three exact steps of its mixture after them: they train no
          network, and cost a message of the same size.
        """;

    public static string Opening(string name) => $"""
        # Synthetic patients of the MDS cohort

        ```
        dotnet run -c Release --project benchmarks/Synthetic -- --data ../shared/data/mds_ipssm.csv --json docs/results/{name}.json
        ```

        2,766 patients with a known survival; 10 % test patients, the rest 60/30/10 on three nodes; five rounds; splits 101 to 105, on
        which no setting was chosen (they were on 1 to 3). Nodes and manager are one process here; what passes between them is what
        passes over HTTP. Written by the command; a file that is there keeps what it has, `--page` measures nothing.

        ![CSF, GSF and φ correlation by round]({name}.svg)

        ![NNDR and membership inference by round]({name}-privacy.svg)

        """;
}
