namespace TopicModel.Training.Trainers;

/// <summary>
/// The last steps s and gradient changes y of an L-BFGS minimization, and the direction that they give (Nocedal 1980). The two-loop
/// recursion runs on the inner products of these vectors and the gradient alone (Chen, Wang &amp; Zhou 2014, "Large-scale L-BFGS using
/// MapReduce"), so that every vector is read twice an iteration whatever their number.
/// </summary>
/// <param name="size">Pairs to remember, at least 1.</param>
internal sealed class LbfgsMemory(int size)
{
    /// <summary>[pair] steps, then [size + pair] gradient changes, then the gradient; null where there is none yet.</summary>
    private readonly DualVector?[] _vectors = new DualVector?[2 * size + 1];

    /// <summary>[vector, vector] -> inner product.</summary>
    private readonly double[,] _products = new double[2 * size + 1, 2 * size + 1];

    /// <summary>Pairs ever added since the last <see cref="Clear"/>.</summary>
    private int _added;

    private int GradientIndex => 2 * size;

    private int Count => Math.Min(_added, size);

    /// <summary>Whether there is no pair.</summary>
    public bool IsEmpty => _added == 0;

    /// <summary>Forgets all pairs.</summary>
    public void Clear()
    {
        Array.Clear(_vectors);
        _added = 0;
    }

    /// <summary>
    /// Remembers a pair in place of the oldest, unless the change is not along the step, which says nothing about a convex function.
    /// Returns two vectors that the caller may overwrite: the oldest pair's, or the ones given if they were not taken.
    /// </summary>
    public (DualVector? Step, DualVector? Change) Add(DualVector step, DualVector change)
    {
        int slot = _added % size;
        if (!(DualVector.Product(step, change) > 1e-12 * DualVector.Product(change, change))) return (step, change);
        (DualVector?, DualVector?) oldest = (_vectors[slot], _vectors[size + slot]);
        Put(slot, step);
        Put(size + slot, change);
        _added++;
        return oldest;
    }

    /// <summary>Writes −H g to <paramref name="direction"/>, H the estimate of the inverse Hessian.</summary>
    public void ComputeDirection(DualVector gradient, DualVector direction)
    {
        Put(GradientIndex, gradient);
        direction.Combine(Coefficients(), _vectors);
        _vectors[GradientIndex] = null;
    }

    /// <summary>[vector] -> its factor in the direction.</summary>
    private double[] Coefficients()
    {
        var factors = new double[_vectors.Length];
        var alphas = new double[size];
        factors[GradientIndex] = -1;
        for (int age = 0; age < Count; age++)
        {
            int pair = Pair(age);
            alphas[pair] = ProductWith(pair, factors) / _products[pair, size + pair];
            factors[size + pair] -= alphas[pair];
        }
        if (Count > 0) Scale(factors, _products[Pair(0), size + Pair(0)] / _products[size + Pair(0), size + Pair(0)]);
        for (int age = Count - 1; age >= 0; age--)
        {
            int pair = Pair(age);
            factors[pair] += alphas[pair] - ProductWith(size + pair, factors) / _products[pair, size + pair];
        }
        return factors;
    }

    /// <summary>The pair that came so many additions before the last.</summary>
    private int Pair(int age) => (_added - 1 - age) % size;

    private double ProductWith(int vector, double[] factors)
    {
        double sum = 0;
        for (int i = 0; i < factors.Length; i++)
            if (_vectors[i] is not null) sum += factors[i] * _products[vector, i];
        return sum;
    }

    private static void Scale(double[] factors, double factor)
    {
        for (int i = 0; i < factors.Length; i++) factors[i] *= factor;
    }

    private void Put(int index, DualVector vector)
    {
        _vectors[index] = vector;
        for (int i = 0; i < _vectors.Length; i++)
            if (_vectors[i] is { } other) _products[index, i] = _products[i, index] = DualVector.Product(other, vector);
    }
}
