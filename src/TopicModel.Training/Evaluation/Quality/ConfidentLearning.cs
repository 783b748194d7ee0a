namespace TopicModel.Training.Evaluation.Quality;

/// <summary>
/// Confident learning (Northcutt, Jiang and Chuang 2021, "Confident Learning: Estimating Uncertainty in Dataset Labels"): which given labels
/// are probably wrong, from probabilities of models that have not seen the examples.
/// <para>The threshold of class j is the mean self-confidence of the examples given it: t_j = mean of p_j over {given = j}. An example given
/// i counts as confidently of class j when p_j ≥ t_j, and p_j is the highest of all such; the counts C[i][j] are the confident joint.
/// Those with j ≠ i are suspects. They are ranked by the normalised margin p_given − max over j ≠ given of p_j, the lowest first.</para>
/// </summary>
internal sealed class ConfidentLearning
{
    private readonly double[] _probabilities;
    private readonly int[] _given;
    private readonly int _classes;
    private readonly bool[]? _isChecked;

    /// <param name="probabilities">[example * classes + class], of models that have not seen the example; each row adds up to 1.</param>
    /// <param name="given">[example] -> the class that it is labelled with.</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="isChecked">[example] -> whether its label is known to be right, whatever the probabilities say; null when none is.</param>
    public ConfidentLearning(double[] probabilities, int[] given, int classes, bool[]? isChecked = null)
    {
        (_probabilities, _given, _classes, _isChecked) = (probabilities, given, classes, isChecked);
        Thresholds = MeanSelfConfidence();
        Confident = [.. Enumerable.Range(0, given.Length).Select(ConfidentClass)];
        Joint = CountJoint();
    }

    /// <summary>[class] -> mean probability of it over the examples given it; NaN, which nothing reaches, for a class that none is given.</summary>
    public double[] Thresholds { get; }

    /// <summary>[example] -> the class that it is confidently of; -1 when it reaches no threshold.</summary>
    public int[] Confident { get; }

    /// <summary>[given][confident] -> number of examples: the confident joint. Checked examples count as of the class given, for that is known.</summary>
    public int[][] Joint { get; }

    /// <summary>Whether the label of an example is probably wrong: it is confidently of another class.</summary>
    public bool IsSuspect(int example) => Confident[example] >= 0 && Confident[example] != _given[example];

    /// <summary>The most probable class other than the given one.</summary>
    public int Rival(int example)
    {
        int rival = -1;
        for (int c = 0; c < _classes; c++)
            if (c != _given[example] && (rival < 0 || Probability(example, c) > Probability(example, rival))) rival = c;
        return rival;
    }

    /// <summary>How suspect the label of an example is, 0 to 1: (1 − normalised margin) / 2. 0.5 where the given class is as probable as its rival.</summary>
    public double Score(int example) => (1 - (Probability(example, _given[example]) - Probability(example, Rival(example)))) / 2;

    /// <summary>
    /// Estimated share of wrong labels: the share of the joint that is off the diagonal, each row first scaled to the number of examples given
    /// its class (the paper's calibration). A class of which no example reaches a threshold counts as right.
    /// </summary>
    public double ErrorShare()
    {
        double wrong = 0;
        for (int c = 0; c < _classes; c++)
        {
            long confident = Joint[c].Sum(count => (long)count);
            if (confident > 0) wrong += (double)(confident - Joint[c][c]) / confident * _given.Count(given => given == c);
        }
        return _given.Length == 0 ? 0 : wrong / _given.Length;
    }

    private double Probability(int example, int c) => _probabilities[example * _classes + c];

    private double[] MeanSelfConfidence()
    {
        var sums = new double[_classes];
        var counts = new int[_classes];
        for (int example = 0; example < _given.Length; example++)
        {
            sums[_given[example]] += Probability(example, _given[example]);
            counts[_given[example]]++;
        }
        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }

    private int ConfidentClass(int example)
    {
        // Of equal ones the given class counts.
        int given = _given[example], best = Probability(example, given) >= Thresholds[given] ? given : -1;
        for (int c = 0; c < _classes; c++)
            if (Probability(example, c) >= Thresholds[c] && (best < 0 || Probability(example, c) > Probability(example, best))) best = c;
        return best;
    }

    private int[][] CountJoint()
    {
        int[][] joint = [.. Enumerable.Range(0, _classes).Select(_ => new int[_classes])];
        for (int example = 0; example < _given.Length; example++)
            if (Confident[example] >= 0) joint[_given[example]][_isChecked?[example] == true ? _given[example] : Confident[example]]++;
        return joint;
    }
}
