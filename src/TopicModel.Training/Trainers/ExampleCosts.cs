namespace TopicModel.Training.Trainers;

/// <summary>What the loss of an example is multiplied by in the maximum entropy objectives.</summary>
internal static class ExampleCosts
{
    /// <summary>
    /// [example] -> C times the example's weight times the positive weight of its one label. Exclusive labels are one problem in which
    /// every example stands for its label, so negative weights have no part in it.
    /// </summary>
    public static double[] OfExclusive(TrainingProblem problem, double c)
    {
        var costs = new double[problem.Labels.Count];
        for (int i = 0; i < costs.Length; i++) costs[i] = c * Weight(problem, i) * (problem.PositiveWeights?[problem.Labels[i][0]] ?? 1);
        return costs;
    }

    /// <summary>[example] -> C times the example's weight times the positive or negative weight of <paramref name="label"/>.</summary>
    public static double[] OfLabel(TrainingProblem problem, double c, int label)
    {
        double positive = c * (problem.PositiveWeights?[label] ?? 1), negative = c * (problem.NegativeWeights?[label] ?? 1);
        var costs = new double[problem.Labels.Count];
        for (int i = 0; i < costs.Length; i++) costs[i] = Weight(problem, i) * (problem.Labels.Has(i, label) ? positive : negative);
        return costs;
    }

    private static double Weight(TrainingProblem problem, int example) => problem.ExampleWeights?[example] ?? 1;
}
