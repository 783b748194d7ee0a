namespace TopicModel.Training.Data;

/// <summary>Disjoint sets of 0 to <paramref name="count"/>, exclusive; the smallest member stands for its set.</summary>
internal sealed class UnionFind(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The smallest member of the set of <paramref name="item"/>.</summary>
    public int Find(int item)
    {
        while (_parents[item] != item) item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    /// <summary>Makes one set of two.</summary>
    public void Union(int left, int right)
    {
        (left, right) = (Find(left), Find(right));
        _parents[Math.Max(left, right)] = Math.Min(left, right);
    }

    /// <summary>[item] -> number of its set, 0-based in the order of the sets' smallest members.</summary>
    public int[] Groups()
    {
        var groups = new int[_parents.Length];
        int next = 0;
        for (int i = 0; i < groups.Length; i++) groups[i] = Find(i) == i ? next++ : groups[Find(i)];
        return groups;
    }
}
