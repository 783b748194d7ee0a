using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// The best dual probability of one example when all others stay, for four labels at a time: β in (0, 1) maximises its entropy
/// − m β − ½ q (β − β before)², m the margin y w·x and q cost * squared length. With η = ln(β / (1 − β)) that is
/// η + q / (1 + e^−η) = q β before − m, an increasing function of η; Newton's method finds its zero, with bisection where it would leave
/// the bracket or its steps do not halve (far out both ends of the bracket can be each other's next step).
/// </summary>
internal static class LogisticDualStep
{
    /// <summary>The search stops after a step that moves no η further; the error left is about its square.</summary>
    private const double StepTolerance = 0.01;

    private const int MaxSteps = 50;

    /// <summary>Returns the best η.</summary>
    public static Vector256<double> Solve(Vector256<double> margins, Vector256<double> curvatures, Vector256<double> logits)
    {
        Vector256<double> target = curvatures * VectorMath.Sigmoid(logits) - margins;
        Vector256<double> low = target - curvatures, high = target, two = Vector256.Create(2.0);
        Vector256<double> logit = Vector256.Min(Vector256.Max(Vector256.Max(logits, -margins), low), high);
        Vector256<double> isOpen = Vector256<double>.AllBitsSet, moved = two * curvatures;
        for (int i = 0; i < MaxSteps; i++)
        {
            Vector256<double> probability = VectorMath.Sigmoid(logit);
            Vector256<double> error = logit + curvatures * probability - target;
            Vector256<double> isAbove = Vector256.GreaterThan(error, Vector256<double>.Zero);
            high = Vector256.ConditionalSelect(isAbove, logit, high);
            low = Vector256.ConditionalSelect(isAbove, low, logit);
            Vector256<double> newton = logit - error / (Vector256<double>.One + curvatures * probability * (Vector256<double>.One - probability));
            Vector256<double> isGood = Vector256.GreaterThanOrEqual(newton, low) & Vector256.LessThanOrEqual(newton, high) & Vector256.LessThanOrEqual(two * Vector256.Abs(newton - logit), moved);
            Vector256<double> next = Vector256.ConditionalSelect(isGood, newton, (low + high) / two);
            moved = Vector256.Abs(next - logit);
            Vector256<double> isLarge = Vector256.GreaterThan(moved, Vector256.Create(StepTolerance));
            logit = Vector256.ConditionalSelect(isOpen, next, logit);
            // A label stops on its own, so that its numbers do not depend on which others stand beside it.
            isOpen &= isLarge;
            if (Vector256.ExtractMostSignificantBits(isOpen) == 0) break;
        }
        return logit;
    }

    /// <summary>
    /// KL of the probabilities against those of the margins, β ln(β (1 + e^m)) + (1 − β) ln((1 − β)(1 + e^−m)): the share of an example of
    /// cost 1 in the duality gap.
    /// </summary>
    public static Vector256<double> Divergence(Vector256<double> margins, Vector256<double> logits) =>
        VectorMath.Sigmoid(logits) * (logits + margins) - VectorMath.SoftPlus(logits) + VectorMath.SoftPlus(-margins);
}
