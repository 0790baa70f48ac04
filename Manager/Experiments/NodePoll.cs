using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>Asks nodes in parallel, each until the deadline, and turns what goes wrong into a reason.</summary>
internal sealed class NodePoll(TimeProvider time, TimeSpan deadline)
{
    /// <returns>One answer for each node, in ordinal order of names.</returns>
    /// <exception cref="OperationCanceledException">The run itself was cancelled.</exception>
    public async Task<IReadOnlyList<NodeAnswer<T>>> AskAsync<T>(
        IEnumerable<IFederationNode> nodes, Func<IFederationNode, CancellationToken, Task<T>> ask, Action<NodeAnswer<T>> told, CancellationToken cancellationToken)
        where T : class
    {
        var answers = await Task.WhenAll(nodes.Select(node => AskOneAsync(node, ask, told, cancellationToken)));
        return [.. answers.OrderBy(answer => answer.Node, StringComparer.Ordinal)];
    }

    private async Task<NodeAnswer<T>> AskOneAsync<T>(
        IFederationNode node, Func<IFederationNode, CancellationToken, Task<T>> ask, Action<NodeAnswer<T>> told, CancellationToken cancellationToken)
        where T : class
    {
        var started = time.GetTimestamp();
        var (value, reason) = await TryAsync(node, ask, cancellationToken);
        var answer = new NodeAnswer<T>(node.Name, value, reason, time.GetElapsedTime(started).TotalSeconds);
        told(answer);
        return answer;
    }

    private async Task<(T? Value, string? Reason)> TryAsync<T>(
        IFederationNode node, Func<IFederationNode, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return (await ask(node, either.Token).WaitAsync(either.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"late: no answer within {deadline.TotalSeconds:0.#} s");
        }
        catch (NodeUnavailableException e)
        {
            return (null, e.Reason);
        }
        catch (OperationProblem e)
        {
            return (null, $"refused: {e.Message}");
        }
        catch (ArgumentException e)
        {
            // Compute's guards: an update that is misshapen or not finite.
            return (null, $"rejected: {e.Message}");
        }
    }
}
