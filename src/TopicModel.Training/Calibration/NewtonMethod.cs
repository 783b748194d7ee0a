namespace TopicModel.Training.Calibration;

/// <summary>
/// Newton's method with backtracking for convex functions of few parameters. All sums are made in one order by this code alone, so
/// that what is fitted has the same bits on every machine.
/// </summary>
internal static class NewtonMethod
{
    private const int MaxIterations = 100, MaxHalvings = 40;

    /// <summary>Half the decrease that the quadratic model still promises, relative to the function's value, below which it stops.</summary>
    private const double Tolerance = 1e-14;

    /// <summary>Share of the promised decrease that a step must bring (Armijo's rule).</summary>
    private const double SufficientDecrease = 1e-4;

    /// <summary>The parameters where <paramref name="objective"/> is least, found from <paramref name="start"/>, [parameter].</summary>
    public static double[] Minimize(double[] start, NewtonObjective objective)
    {
        var point = new NewtonPoint(start, objective);
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            double[] step = point.Step();
            double promise = 0;
            for (int i = 0; i < step.Length; i++) promise -= point.Gradient[i] * step[i];
            if (!(promise > Tolerance * (1 + Math.Abs(point.Value)))) break;
            NewtonPoint? next = LineSearch(point, step, promise, objective);
            // No step decreases it: the function's rounding error is reached.
            if (next is null) break;
            point = next;
        }
        return point.Parameters;
    }

    private static NewtonPoint? LineSearch(NewtonPoint point, double[] step, double promise, NewtonObjective objective)
    {
        double length = 1;
        for (int halving = 0; halving < MaxHalvings; halving++, length /= 2)
        {
            var parameters = new double[step.Length];
            for (int i = 0; i < step.Length; i++) parameters[i] = point.Parameters[i] + length * step[i];
            var next = new NewtonPoint(parameters, objective);
            if (next.Value <= point.Value - SufficientDecrease * length * promise) return next;
        }
        return null;
    }
}
