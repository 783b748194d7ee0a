using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

/// <summary>
/// The objectives of the linear trainers and their minimum, by gradient descent in double precision on dense arrays: slow and obvious.
/// Weights v are those for scaled values, [feature * labels + label], with the biases as last row.
/// </summary>
internal sealed class SlowObjective(TrainingProblem problem, double c, SlowObjective.Loss loss, bool regularizesBias)
{
    private readonly int _labels = problem.Labels.LabelCount, _features = problem.Features.ColumnCount;

    /// <summary>[example] -> its features and the 1 of the bias.</summary>
    private readonly (int, double)[][] _rows = [.. Enumerable.Range(0, problem.Labels.Count).Select(example => ((int, double)[])
        [.. TestProblem.Row(problem.Features, example).Select(entry => (entry.Column, (double)entry.Value)), (problem.Features.ColumnCount, 1.0)])];

    public enum Loss
    {
        Softmax,
        Logistic,
        SquaredHinge,
    }

    /// <summary>The objective of a trainer's result.</summary>
    public double Of(TrainingResult result)
    {
        var weights = new double[(_features + 1) * _labels];
        for (int i = 0; i < result.Weights.Length; i++) weights[i] = result.Weights[i] / Scale(i);
        for (int label = 0; label < _labels; label++) weights[_features * _labels + label] = result.Biases[label];
        return Evaluate(weights, new double[weights.Length]);
    }

    /// <summary>The least value that gradient descent with a backtracking step reaches.</summary>
    public double Minimize()
    {
        double[] weights = new double[(_features + 1) * _labels], gradient = new double[weights.Length], next = new double[weights.Length], nextGradient = new double[weights.Length];
        double value = Evaluate(weights, gradient), step = 1;
        for (int i = 0; i < 20_000; i++)
        {
            double norm = gradient.Sum(g => g * g);
            if (norm < 1e-10) break;
            double nextValue;
            while (true)
            {
                for (int j = 0; j < weights.Length; j++) next[j] = weights[j] - step * gradient[j];
                nextValue = Evaluate(next, nextGradient);
                if (nextValue <= value - 0.5 * step * norm) break;
                if (step < 1e-12) return value;
                step /= 2;
            }
            (weights, next, gradient, nextGradient, value) = (next, weights, nextGradient, gradient, nextValue);
            step *= 1.5;
        }
        return value;
    }

    private double Scale(int i) => problem.FeatureScales is { } scales && i < scales.Length ? scales[i] : 1;

    private double Evaluate(double[] weights, double[] gradient)
    {
        double value = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            bool isFree = !regularizesBias && i >= _features * _labels;
            value += isFree ? 0 : 0.5 * weights[i] * weights[i];
            gradient[i] = isFree ? 0 : weights[i];
        }
        for (int example = 0; example < problem.Labels.Count; example++)
        {
            (int, double)[] row = _rows[example];
            var scores = new double[_labels];
            for (int label = 0; label < _labels; label++)
                foreach ((int feature, double x) in row) scores[label] += x * Scale(feature * _labels + label) * weights[feature * _labels + label];
            var derivatives = new double[_labels];
            value += LossOf(example, scores, derivatives);
            for (int label = 0; label < _labels; label++)
                foreach ((int feature, double x) in row) gradient[feature * _labels + label] += derivatives[label] * x * Scale(feature * _labels + label);
        }
        return value;
    }

    private double LossOf(int example, double[] scores, double[] derivatives)
    {
        double weight = c * (problem.ExampleWeights?[example] ?? 1);
        if (loss == Loss.Softmax)
        {
            int own = problem.Labels[example][0];
            double cost = weight * (problem.PositiveWeights?[own] ?? 1), most = scores.Max(), sum = scores.Sum(z => Math.Exp(z - most));
            for (int label = 0; label < _labels; label++) derivatives[label] = cost * (Math.Exp(scores[label] - most) / sum - (label == own ? 1 : 0));
            return cost * (most + Math.Log(sum) - scores[own]);
        }
        double value = 0;
        for (int label = 0; label < _labels; label++)
        {
            bool has = problem.Labels.Has(example, label);
            double y = has ? 1 : -1, cost = weight * (has ? problem.PositiveWeights?[label] ?? 1 : problem.NegativeWeights?[label] ?? 1), margin = y * scores[label];
            if (loss == Loss.Logistic)
            {
                value += cost * (Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin))));
                derivatives[label] = -cost * y / (1 + Math.Exp(margin));
            }
            else
            {
                double shortfall = Math.Max(0, 1 - margin);
                value += cost * shortfall * shortfall;
                derivatives[label] = -2 * cost * y * shortfall;
            }
        }
        return value;
    }
}
