namespace TopicModel.Training.Calibration;

/// <summary>A function at one point: its value, gradient and Hessian, and Newton's step from there.</summary>
internal sealed class NewtonPoint
{
    private const double FirstDamping = 1e-12, DampingGrowth = 100;

    private readonly double[] _hessian;

    /// <param name="parameters">[parameter]; kept, not copied.</param>
    /// <param name="objective">The function.</param>
    public NewtonPoint(double[] parameters, NewtonObjective objective)
    {
        Parameters = parameters;
        Gradient = new double[parameters.Length];
        _hessian = new double[parameters.Length * parameters.Length];
        Value = objective(parameters, Gradient, _hessian);
    }

    /// <summary>[parameter].</summary>
    public double[] Parameters { get; }

    /// <summary>The function's value.</summary>
    public double Value { get; }

    /// <summary>[parameter].</summary>
    public double[] Gradient { get; }

    /// <summary>
    /// − H⁻¹ g, [parameter]. Where the Hessian is not positive definite (the function is flat in some direction) its diagonal is raised until it is.
    /// </summary>
    public double[] Step()
    {
        int count = Gradient.Length;
        double largest = 0;
        for (int i = 0; i < count; i++) largest = Math.Max(largest, _hessian[i * count + i]);
        // A function flat in every direction takes the gradient itself as its step.
        if (largest == 0) largest = 1;
        double damping = 0;
        double[]? factor;
        while ((factor = Factor(damping * largest)) is null) damping = damping == 0 ? FirstDamping : damping * DampingGrowth;
        return Solve(factor);
    }

    /// <summary>The Cholesky factor of H + damping · I, [row * count + column], lower triangle; null where that is not positive definite.</summary>
    private double[]? Factor(double damping)
    {
        int count = Gradient.Length;
        var factor = new double[count * count];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = _hessian[row * count + column] + (row == column ? damping : 0);
                for (int i = 0; i < column; i++) sum -= factor[row * count + i] * factor[column * count + i];
                if (row != column) factor[row * count + column] = sum / factor[column * count + column];
                else if (sum > 1e-14 * _hessian[row * count + row]) factor[row * count + row] = Math.Sqrt(sum);
                else return null;
            }
        }
        return factor;
    }

    private double[] Solve(double[] factor)
    {
        int count = Gradient.Length;
        var step = new double[count];
        for (int row = 0; row < count; row++)
        {
            double sum = -Gradient[row];
            for (int i = 0; i < row; i++) sum -= factor[row * count + i] * step[i];
            step[row] = sum / factor[row * count + row];
        }
        for (int row = count - 1; row >= 0; row--)
        {
            double sum = step[row];
            for (int i = row + 1; i < count; i++) sum -= factor[i * count + row] * step[i];
            step[row] = sum / factor[row * count + row];
        }
        return step;
    }
}
