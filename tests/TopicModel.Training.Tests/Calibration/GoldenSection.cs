namespace TopicModel.Training.Tests.Calibration;

/// <summary>The slow obvious minimiser: a bracket that shrinks by the golden ratio, one parameter at a time.</summary>
internal static class GoldenSection
{
    public static double Minimize(Func<double, double> function, double low, double high)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2;
        for (int i = 0; i < 100; i++)
        {
            double left = high - ratio * (high - low), right = low + ratio * (high - low);
            if (function(left) < function(right)) high = right;
            else low = left;
        }
        return (low + high) / 2;
    }

    /// <summary>The least value over two parameters: for every first one the best second one.</summary>
    public static (double First, double Second) Minimize(Func<double, double, double> function, double low, double high)
    {
        double Best(double first) => Minimize(second => function(first, second), low, high);
        double first = Minimize(first => function(first, Best(first)), low, high);
        return (first, Best(first));
    }
}
