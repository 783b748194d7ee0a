using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>How much of every feature the examples with and without each label have, for <see cref="NaiveBayes"/>.</summary>
internal sealed class LabelFeatureCounts
{
    /// <summary>Values that a thread takes the logarithms of at a time.</summary>
    private const int ValuesAtATime = 1 << 14;

    private readonly TrainingProblem _problem;
    private readonly double _smoothing;

    /// <summary>[feature * labels + label], sum over the examples that have the label.</summary>
    private readonly double[] _inside;

    /// <summary>[feature], sum over all examples.</summary>
    private readonly double[] _all;

    /// <param name="problem">Without feature scales.</param>
    /// <param name="smoothing">Added to every sum, above 0.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <exception cref="ArgumentException">A feature is below 0.</exception>
    public LabelFeatureCounts(TrainingProblem problem, double smoothing, CancellationToken cancellationToken)
    {
        (_problem, _smoothing) = (problem, smoothing);
        _inside = LargeArrays.Zeros<double>(checked(problem.Features.ColumnCount * problem.Labels.LabelCount));
        _all = LargeArrays.Zeros<double>(problem.Features.ColumnCount);
        for (int example = 0; example < problem.Features.RowCount; example++)
        {
            if (example % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            Count(example);
        }
    }

    /// <summary>[feature * labels + label] -> ln of the feature's share in what the examples without the label have.</summary>
    public double[] OutsideLogShares(ParallelOptions parallel)
    {
        var sums = new double[_inside.Length];
        int labels = _problem.Labels.LabelCount;
        for (int i = 0; i < sums.Length; i++)
            // Sums in different orders can differ in their last bits; what is not there must not become negative.
            sums[i] = Math.Max(0, _all[i / labels] - _inside[i]) * (_problem.Labels.IsExclusive ? 1 : _problem.NegativeWeights?[i % labels] ?? 1);
        return LogShares(sums, parallel);
    }

    /// <summary>[feature * labels + label] -> ln of the feature's share in what the examples with the label have; labels are not exclusive.</summary>
    public double[] InsideLogShares(ParallelOptions parallel)
    {
        var sums = new double[_inside.Length];
        int labels = _problem.Labels.LabelCount;
        for (int i = 0; i < sums.Length; i++) sums[i] = _inside[i] * (_problem.PositiveWeights?[i % labels] ?? 1);
        return LogShares(sums, parallel);
    }

    private void Count(int example)
    {
        int labels = _problem.Labels.LabelCount;
        ReadOnlySpan<int> columns = _problem.Features.RowColumns(example), own = _problem.Labels[example];
        ReadOnlySpan<float> values = _problem.Features.RowValues(example);
        double weight = _problem.ExampleWeights?[example] ?? 1;
        if (_problem.Labels.IsExclusive) weight *= _problem.PositiveWeights?[own[0]] ?? 1;
        for (int i = 0; i < columns.Length; i++)
        {
            if (!(values[i] >= 0)) throw new ArgumentException($"feature {columns[i]} of example {example} is {values[i]}, {NaiveBayes.TrainerName} expects none below 0");
            double value = weight * values[i];
            _all[columns[i]] += value;
            foreach (int label in own) _inside[columns[i] * labels + label] += value;
        }
    }

    /// <summary>Replaces every sum by ln((smoothing + sum) / total of the label's smoothed sums).</summary>
    private double[] LogShares(double[] sums, ParallelOptions parallel)
    {
        int labels = _problem.Labels.LabelCount;
        var totals = new double[labels];
        for (int i = 0; i < sums.Length; i++) totals[i % labels] += sums[i] += _smoothing;
        double[] logTotals = [.. totals.Select(PortableMath.Log)];
        Parallel.For(0, (sums.Length + ValuesAtATime - 1) / ValuesAtATime, parallel, part =>
        {
            int start = part * ValuesAtATime, end = Math.Min(sums.Length, start + ValuesAtATime);
            TakeLogarithms(sums.AsSpan(start..end));
            for (int i = start; i < end; i++) sums[i] -= logTotals[i % labels];
        });
        return sums;
    }

    private static void TakeLogarithms(Span<double> values)
    {
        Span<Vector256<double>> fours = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (ref Vector256<double> four in fours) four = VectorMath.Log(four);
        foreach (ref double value in values[(fours.Length * VectorMath.Width)..]) value = PortableMath.Log(value);
    }
}
