namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>The datasets used last, a bounded number of them.</summary>
internal sealed class DatasetCache(int capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Dataset> _newestFirst = [];

    public Dataset? Find(string id)
    {
        lock (_lock)
        {
            var node = NodeOf(id);
            if (node is not null)
            {
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
            }

            return node?.Value;
        }
    }

    public void Add(Dataset dataset)
    {
        lock (_lock)
        {
            if (NodeOf(dataset.Id) is { } known)
            {
                _newestFirst.Remove(known);
            }

            _newestFirst.AddFirst(dataset);
            if (_newestFirst.Count > capacity)
            {
                _newestFirst.RemoveLast();
            }
        }
    }

    private LinkedListNode<Dataset>? NodeOf(string id)
    {
        var node = _newestFirst.First;
        while (node is not null && node.Value.Id != id)
        {
            node = node.Next;
        }

        return node;
    }
}
