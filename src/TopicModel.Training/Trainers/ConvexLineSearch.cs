namespace TopicModel.Training.Trainers;

/// <summary>Finds a good step along a descent direction of a convex function.</summary>
internal static class ConvexLineSearch
{
    /// <summary>A step is good when the slope there is at most this share of the slope at the start, in size.</summary>
    private const double SlopeShare = 0.2;

    /// <summary>A step that went past the minimum must gain at least this share of what the slope at the start promises.</summary>
    private const double GainShare = 1e-4;

    private const int MaxEvaluations = 60;

    /// <summary>
    /// Brackets the minimum and closes in on it by secants of the slope. Where the slope is still negative, convexity alone says that
    /// the value has fallen, so rounding of the value cannot mislead the search near the optimum.
    /// </summary>
    /// <param name="evaluate">Step length -> value and slope there.</param>
    /// <param name="value">Value at 0.</param>
    /// <param name="slope">Slope at 0, negative.</param>
    /// <param name="step">First step to try, above 0.</param>
    /// <returns>Whether the last step evaluated is good.</returns>
    public static bool Search(Func<double, (double Value, double Slope)> evaluate, double value, double slope, double step)
    {
        (double Step, double Slope) low = (0, slope), high = (double.PositiveInfinity, 0);
        for (int i = 0; i < MaxEvaluations; i++)
        {
            (double newValue, double newSlope) = evaluate(step);
            bool gains = newSlope <= 0 || newValue <= value + GainShare * step * slope;
            if (gains && Math.Abs(newSlope) <= SlopeShare * Math.Abs(slope)) return true;
            double before = low.Step, slopeBefore = low.Slope;
            if (newSlope < 0) low = (step, newSlope);
            else high = (step, newSlope);
            double secant = before - slopeBefore * (step - before) / (newSlope - slopeBefore);
            step = double.IsPositiveInfinity(high.Step) ? Clamp(secant, 2 * step, 10 * step) : Between(low, high);
        }
        return false;
    }

    private static double Between((double Step, double Slope) low, (double Step, double Slope) high)
    {
        double width = high.Step - low.Step;
        double secant = low.Step - low.Slope * width / (high.Slope - low.Slope);
        return Clamp(secant, low.Step + 0.1 * width, high.Step - 0.1 * width);
    }

    /// <summary>As <see cref="Math.Clamp(double, double, double)"/>, with the lower limit for what is no number.</summary>
    private static double Clamp(double step, double least, double most) => step >= least ? Math.Min(step, most) : least;
}
