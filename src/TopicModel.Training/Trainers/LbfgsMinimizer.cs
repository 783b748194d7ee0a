namespace TopicModel.Training.Trainers;

/// <summary>
/// Minimises ½‖w‖² + loss(scores) for one objective by L-BFGS. Weights are kept in dual form; a line search therefore costs no look
/// at the features, and an iteration one kernel product, which the caller makes for many objectives together.
/// </summary>
internal sealed class LbfgsMinimizer
{
    /// <summary>Examples whose loss is evaluated at a time; their partial sums are added in order.</summary>
    private const int ExamplesAtATime = 512;

    private readonly ILossFunction _loss;
    private readonly double[] _biasUnits;
    private readonly int _examples;
    private readonly double _tolerance;
    private readonly ParallelOptions _parallel;
    private readonly LbfgsMemory _memory;
    private readonly DualVector _point;
    private DualVector _gradient, _gradientBefore, _direction;

    /// <summary>A vector for the next gradient change, or null.</summary>
    private DualVector? _spare;

    /// <summary>[example * labels + label]: scores, bias included, at the point and at the step of the line search; loss derivatives there.</summary>
    private double[] _scores, _scoresAhead;
    private readonly double[] _derivatives, _directionScores;
    private readonly double[] _partLosses, _partSlopes;
    private double _weightNorm, _lossValue;

    /// <summary>Step taken along the direction by the last <see cref="Step"/>, or 0.</summary>
    private double _stepTaken;

    /// <param name="loss">What is minimised beside the regularization.</param>
    /// <param name="biasUnits">
    /// [label], above 0: the biases are minimised for in these units, which sets how curved the loss looks along them. The same solution
    /// is reached, in a third of the iterations when that is as curved as it is along the weights.
    /// </param>
    /// <param name="examples">Number of examples.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="run">Its cancellation is used.</param>
    /// <param name="threads">Threads to evaluate the loss with.</param>
    public LbfgsMinimizer(ILossFunction loss, double[] biasUnits, int examples, LbfgsMaximumEntropyOptions options, TrainerRun run, int threads)
    {
        (_loss, _biasUnits, _examples, _tolerance) = (loss, biasUnits, examples, options.Tolerance);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = run.CancellationToken };
        _memory = new LbfgsMemory(options.MemorySize);
        (_point, _gradient, _gradientBefore, _direction) = (NewVector(), NewVector(), NewVector(), NewVector());
        int scores = examples * loss.Labels, parts = (examples + ExamplesAtATime - 1) / ExamplesAtATime;
        (_scores, _scoresAhead, _derivatives, _directionScores) = (new double[scores], new double[scores], new double[scores], new double[scores]);
        (_partLosses, _partSlopes) = (new double[parts], new double[parts]);
        (_lossValue, _) = EvaluateLoss(0);
        SetGradient();
    }

    /// <summary>The weights and, in their units, biases found so far.</summary>
    public DualVector Point => _point;

    /// <summary>The gradient at <see cref="Point"/>; its scores are the caller's to fill before every <see cref="Step"/>.</summary>
    public DualVector Gradient => _gradient;

    /// <summary>Value of the objective.</summary>
    public double Value => 0.5 * _weightNorm + _lossValue;

    /// <summary>Whether it has converged or can get no further.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the stopping rule was met.</summary>
    public bool Converged { get; private set; }

    /// <summary>Duality gap in relation to the objective at the last <see cref="Step"/>.</summary>
    public double Violation { get; private set; }

    /// <summary>The bias of one of its labels found so far.</summary>
    public double Bias(int label) => _biasUnits[label] * _point.Biases[label];

    /// <summary>Closes if the gradient is small enough, else goes on to a better point.</summary>
    public void Step()
    {
        if (_stepTaken != 0) RememberStep();
        // With the softmax of the scores as dual point the duality gap is half the squared gradient.
        double gap = 0.5 * DualVector.Product(_gradient, _gradient);
        Violation = gap == 0 ? 0 : gap / Value;
        Converged = gap <= _tolerance * Value;
        IsClosed = Converged || !Descend();
    }

    private bool Descend()
    {
        while (true)
        {
            bool isSteepest = _memory.IsEmpty;
            _memory.ComputeDirection(_gradient, _direction);
            if (SearchLine(isSteepest)) break;
            if (isSteepest) return false;
            // Rounding can spoil the memory near the optimum; steepest descent starts it anew.
            _memory.Clear();
        }
        SetGradient();
        return true;
    }

    private bool SearchLine(bool isSteepest)
    {
        double slope = DualVector.Product(_direction, _gradient);
        if (!(slope < 0)) return false;
        SetScores(_directionScores, _direction);
        double along = DualVector.WeightProduct(_point, _direction), norm = DualVector.WeightProduct(_direction, _direction);
        double step = 1, loss = 0;
        (double Value, double Slope) Evaluate(double tried)
        {
            step = tried;
            (loss, double lossSlope) = EvaluateLoss(tried);
            return (0.5 * (_weightNorm + tried * (2 * along + tried * norm)) + loss, along + tried * norm + lossSlope);
        }
        if (!ConvexLineSearch.Search(Evaluate, Value, slope, isSteepest ? 1 / Math.Sqrt(-slope) : 1)) return false;
        MoveTo(step, loss);
        return true;
    }

    private void MoveTo(double step, double loss)
    {
        _point.AddScaled(step, _direction);
        (_scores, _scoresAhead) = (_scoresAhead, _scores);
        _weightNorm = DualVector.WeightProduct(_point, _point);
        _lossValue = loss;
        _stepTaken = step;
    }

    /// <summary>Gives the memory the step taken and what it did to the gradient.</summary>
    private void RememberStep()
    {
        DualVector change = _spare ?? NewVector();
        change.SetDifference(_gradient, _gradientBefore);
        _direction.AddScaled(_stepTaken - 1, _direction);
        (DualVector? step, _spare) = _memory.Add(_direction, change);
        _direction = step ?? NewVector();
    }

    private void SetGradient()
    {
        (_gradient, _gradientBefore) = (_gradientBefore, _gradient);
        // The kernel product reads single precision; what it reads and what is remembered must be the same.
        for (int i = 0; i < _derivatives.Length; i++) _gradient.Duals[i] = (float)(_point.Duals[i] + _derivatives[i]);
        Array.Clear(_gradient.Biases);
        for (int i = 0; i < _derivatives.Length; i += _loss.Labels)
            for (int label = 0; label < _loss.Labels; label++) _gradient.Biases[label] += _biasUnits[label] * _derivatives[i + label];
    }

    /// <summary>Loss and its slope at so many times the direction from the point; leaves the scores ahead and the derivatives there.</summary>
    private (double Loss, double Slope) EvaluateLoss(double step)
    {
        Parallel.For(0, _partLosses.Length, _parallel, part => EvaluatePart(part, step));
        return (_partLosses.Sum(), _partSlopes.Sum());
    }

    private void EvaluatePart(int part, double step)
    {
        int first = part * ExamplesAtATime, labels = _loss.Labels;
        int start = first * labels, length = Math.Min(ExamplesAtATime, _examples - first) * labels;
        Span<double> scores = _scoresAhead.AsSpan(start, length), derivatives = _derivatives.AsSpan(start, length);
        ReadOnlySpan<double> direction = _directionScores.AsSpan(start, length);
        _scores.AsSpan(start, length).CopyTo(scores);
        DenseOps.AddScaled(scores, step, direction);
        _partLosses[part] = _loss.Evaluate(first, scores, derivatives);
        _partSlopes[part] = DenseOps.Dot(derivatives, direction);
    }

    private DualVector NewVector() => new(_examples, _loss.Labels);

    private void SetScores(double[] scores, DualVector vector)
    {
        int labels = vector.Biases.Length;
        for (int i = 0; i < scores.Length; i += labels)
            for (int label = 0; label < labels; label++) scores[i + label] = vector.Scores[i + label] + _biasUnits[label] * vector.Biases[label];
    }
}
