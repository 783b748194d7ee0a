using TopicModel.Models;

namespace TopicModel.Training.Calibration;

/// <summary>
/// Logistic regression of few dense features: minimises Σᵢ [ln(1 + e^zᵢ) − tᵢ zᵢ] + ½ ridge ‖w‖², zᵢ = w·xᵢ + bias, with the features
/// brought to mean 0 and variance 1 first, so that the ridge means the same for each. The bias is free. A feature that never varies has weight 0.
/// </summary>
internal static class LogisticFit
{
    /// <summary>
    /// Targets that keep the fit finite where a threshold separates the classes perfectly, or one is missing: (P + 1) / (P + 2) for
    /// the P positives, 1 / (N + 2) for the N negatives (Platt 1999).
    /// </summary>
    /// <param name="isPositive">[example].</param>
    public static double[] SmoothedTargets(bool[] isPositive)
    {
        double positives = isPositive.Count(positive => positive), negatives = isPositive.Length - positives;
        return [.. isPositive.Select(positive => positive ? (positives + 1) / (positives + 2) : 1 / (negatives + 2))];
    }

    /// <summary>The weights, [feature], and the bias for the features as they are given.</summary>
    /// <param name="features">[example * featureCount + feature], finite.</param>
    /// <param name="featureCount">Features of an example.</param>
    /// <param name="targets">[example], between 0 and 1, exclusive; at least one.</param>
    /// <param name="ridge">0 or more.</param>
    public static (double[] Weights, double Bias) Fit(double[] features, int featureCount, double[] targets, double ridge)
    {
        (double[] standardized, double[] means, double[] scales) = Standardize(features, featureCount);
        var start = new double[featureCount + 1];
        start[featureCount] = Logit(targets);
        double[] fitted = NewtonMethod.Minimize(start, (parameters, gradient, hessian) =>
            Loss(standardized, targets, ridge, parameters, gradient, hessian));
        double bias = fitted[featureCount];
        var weights = new double[featureCount];
        for (int i = 0; i < featureCount; i++)
        {
            weights[i] = scales[i] == 0 ? 0 : fitted[i] / scales[i];
            bias -= weights[i] * means[i];
        }
        return (weights, bias);
    }

    /// <summary>The bias of the best fit without features: the logit of the targets' mean.</summary>
    public static double Logit(double[] targets)
    {
        double mean = targets.Sum() / targets.Length;
        return PortableMath.Log(mean / (1 - mean));
    }

    private static double Loss(
        double[] features, double[] targets, double ridge, ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian)
    {
        int count = parameters.Length, bias = count - 1;
        double loss = 0;
        for (int example = 0; example < targets.Length; example++)
        {
            ReadOnlySpan<double> x = features.AsSpan(example * bias, bias);
            double z = parameters[bias];
            for (int i = 0; i < bias; i++) z += parameters[i] * x[i];
            double probability = PortableMath.Sigmoid(z), curvature = probability * (1 - probability);
            loss += PortableMath.SoftPlus(z) - targets[example] * z;
            for (int row = 0; row < count; row++)
            {
                double value = row == bias ? 1 : x[row];
                gradient[row] += (probability - targets[example]) * value;
                for (int column = 0; column <= row; column++)
                    hessian[row * count + column] += curvature * value * (column == bias ? 1 : x[column]);
            }
        }
        for (int i = 0; i < bias; i++)
        {
            loss += ridge / 2 * parameters[i] * parameters[i];
            gradient[i] += ridge * parameters[i];
            hessian[i * count + i] += ridge;
        }
        return loss;
    }

    /// <summary>The features with mean 0 and variance 1, what was subtracted and what they were divided by, [feature]; 0 for one that never varies.</summary>
    private static (double[] Standardized, double[] Means, double[] Scales) Standardize(double[] features, int featureCount)
    {
        int examples = features.Length / featureCount;
        var standardized = new double[features.Length];
        double[] means = new double[featureCount], scales = new double[featureCount];
        for (int feature = 0; feature < featureCount; feature++)
        {
            double sum = 0, squares = 0, lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
            for (int i = feature; i < features.Length; i += featureCount)
            {
                sum += features[i];
                lowest = Math.Min(lowest, features[i]);
                highest = Math.Max(highest, features[i]);
            }
            if (lowest == highest) continue;
            double mean = sum / examples;
            for (int i = feature; i < features.Length; i += featureCount) squares += (features[i] - mean) * (features[i] - mean);
            (means[feature], scales[feature]) = (mean, Math.Sqrt(squares / examples));
            for (int i = feature; i < features.Length; i += featureCount) standardized[i] = (features[i] - mean) / scales[feature];
        }
        return (standardized, means, scales);
    }
}
