namespace GenoMed.Fhir.Http.Benchmarks.Report;

/// <summary>What the page of results says before its tables.</summary>
internal static class ResultPage
{
    public const string Head = """
        # The node over HTTP

        `dotnet run -c Release --project benchmarks/Http` runs it and writes this page. A node runs as a process
        (`genomed node`, SQLite with `synchronous=FULL`, validation enforced, audit trail on) and asks for SMART Backend
        tokens. Clients send one request at a time each, over a connection that stays open; they share the processors with
        the node. Creates are a Patient and an Observation in turn; reads are of resources created before, in a random
        order; a transaction creates a Patient and 99 Observations that refer to it by urn:uuid, and its answer carries
        no bodies. µs are processor time a request, all threads together: they change less with other load than wall time.

        "Kestrel" is a process that reads the same requests and answers a constant body of the same length: what HTTP
        alone costs ("times": the node's processor time over its own). "Bare driver" writes the rows that the node wrote,
        index rows included, with prepared commands of Microsoft.Data.Sqlite and `synchronous=FULL`: one resource a
        commit for one client, eight for eight.

        """;
}
