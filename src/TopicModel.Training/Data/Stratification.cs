namespace TopicModel.Training.Data;

/// <summary>One run of iterative stratification; see <see cref="Splitter"/>.</summary>
internal sealed class Stratification
{
    private readonly IReadOnlyList<LabelMatrix> _matrices;
    private readonly int[] _groups, _firstLabels;

    /// <summary>[group] -> its documents.</summary>
    private readonly int[][] _members;

    /// <summary>[group] -> its place in the order of dealing: larger groups first, then by chance.</summary>
    private readonly int[] _ranks;

    /// <summary>[part * labels + label] -> documents with the label that the part still wants.</summary>
    private readonly double[] _wanted;

    /// <summary>[part] -> documents that it still wants.</summary>
    private readonly double[] _room;

    /// <summary>[label] -> documents with it that are not dealt out yet.</summary>
    private readonly int[] _left;

    /// <summary>[group] -> part; -1 before it is dealt out.</summary>
    private readonly int[] _partOfGroup;

    private DeterministicRandom _random;

    /// <param name="matrices">Labels of the documents; those of all matrices are dealt out together.</param>
    /// <param name="groups">[document] -> group, 0-based.</param>
    /// <param name="shares">[part] -> its share; they sum to 1.</param>
    /// <param name="seed">Decides between equally good choices.</param>
    public Stratification(IReadOnlyList<LabelMatrix> matrices, int[] groups, double[] shares, int seed)
    {
        (_matrices, _groups, _random) = (matrices, groups, new DeterministicRandom(seed));
        _firstLabels = new int[matrices.Count + 1];
        for (int i = 0; i < matrices.Count; i++) _firstLabels[i + 1] = _firstLabels[i] + matrices[i].LabelCount;
        _left = [.. matrices.SelectMany(matrix => matrix.Supports())];
        _room = [.. shares.Select(share => share * groups.Length)];
        _wanted = [.. shares.SelectMany(share => _left.Select(count => share * count))];
        _members = Members(groups);
        _partOfGroup = new int[_members.Length];
        Array.Fill(_partOfGroup, -1);
        _ranks = Ranks();
    }

    /// <summary>[document] -> part.</summary>
    public int[] Deal()
    {
        int[][] groupsOfLabel = GroupsOfLabels();
        for (int label = Rarest(); label >= 0; label = Rarest())
            foreach (int group in groupsOfLabel[label])
                if (_partOfGroup[group] < 0) Put(group, BestPart(label));
        int[] rest = [.. Enumerable.Range(0, _members.Length).Where(group => _partOfGroup[group] < 0)];
        foreach (int group in rest.OrderBy(group => _ranks[group])) Put(group, BestPart(label: -1));
        return [.. _groups.Select(group => _partOfGroup[group])];
    }

    private static int[][] Members(int[] groups)
    {
        var members = new List<int>[groups.Length == 0 ? 0 : groups.Max() + 1];
        for (int group = 0; group < members.Length; group++) members[group] = [];
        for (int i = 0; i < groups.Length; i++) members[groups[i]].Add(i);
        return [.. members.Select(group => group.ToArray())];
    }

    private int[] Ranks()
    {
        int[] order = [.. Enumerable.Range(0, _members.Length)];
        _random.Shuffle(order);
        var ranks = new int[order.Length];
        int next = 0;
        foreach (int group in order.OrderByDescending(group => _members[group].Length)) ranks[group] = next++;
        return ranks;
    }

    /// <summary>[label] -> groups with a document that has it, in the order of dealing.</summary>
    private int[][] GroupsOfLabels()
    {
        var groups = new SortedSet<(int Rank, int Group)>[_left.Length];
        for (int label = 0; label < groups.Length; label++) groups[label] = [];
        for (int group = 0; group < _members.Length; group++)
            foreach (int document in _members[group])
                foreach (int label in LabelsOf(document)) groups[label].Add((_ranks[group], group));
        return [.. groups.Select(set => set.Select(entry => entry.Group).ToArray())];
    }

    private IEnumerable<int> LabelsOf(int document)
    {
        for (int i = 0; i < _matrices.Count; i++)
            foreach (int label in _matrices[i][document].ToArray()) yield return _firstLabels[i] + label;
    }

    /// <summary>The label with the fewest documents left, the first of several; -1 when none has any.</summary>
    private int Rarest()
    {
        int rarest = -1;
        for (int label = 0; label < _left.Length; label++)
            if (_left[label] > 0 && (rarest < 0 || _left[label] < _left[rarest])) rarest = label;
        return rarest;
    }

    /// <summary>The part that wants most of a label; of equal ones that with most room, then by chance.</summary>
    /// <param name="label">The label; -1 to go by room alone.</param>
    private int BestPart(int label)
    {
        int best = 0, ties = 1;
        for (int part = 1; part < _room.Length; part++)
        {
            int comparison = label < 0 ? 0 : Wanted(part, label).CompareTo(Wanted(best, label));
            if (comparison == 0) comparison = _room[part].CompareTo(_room[best]);
            if (comparison > 0) (best, ties) = (part, 1);
            else if (comparison == 0 && _random.Next(++ties) == 0) best = part;
        }
        return best;
    }

    private double Wanted(int part, int label) => _wanted[part * _left.Length + label];

    private void Put(int group, int part)
    {
        _partOfGroup[group] = part;
        foreach (int document in _members[group])
        {
            _room[part]--;
            foreach (int label in LabelsOf(document))
            {
                _left[label]--;
                _wanted[part * _left.Length + label]--;
            }
        }
    }
}
