using TopicModel.Training.Calibration;

namespace TopicModel.Training.Tests.Calibration;

public class NewtonMethodTests
{
    [Fact]
    public void Minimize_Quadratic_IsSolvedInOneStep()
    {
        int calls = 0;
        double[] found = NewtonMethod.Minimize([5, -7], (x, gradient, hessian) =>
        {
            calls++;
            (gradient[0], gradient[1]) = (4 * x[0] + x[1] - 1, x[0] + 3 * x[1] + 2);
            (hessian[0], hessian[2], hessian[3]) = (4, 1, 3);
            return 2 * x[0] * x[0] + x[0] * x[1] + 1.5 * x[1] * x[1] - x[0] + 2 * x[1];
        });
        Assert.Equal(5 / 11.0, found[0], 1e-12);
        Assert.Equal(-9 / 11.0, found[1], 1e-12);
        Assert.InRange(calls, 2, 3);
    }

    [Fact]
    public void Minimize_FlatDirection_LeavesItWhereItIs()
    {
        double[] found = NewtonMethod.Minimize([5, 3], (x, gradient, hessian) =>
        {
            (gradient[0], hessian[0]) = (2 * (x[0] - 1), 2);
            return (x[0] - 1) * (x[0] - 1);
        });
        Assert.Equal(1, found[0], 1e-6);
        Assert.Equal(3, found[1], 1e-6);
    }

    [Fact]
    public void Minimize_Constant_GivesTheStart() => Assert.Equal([2.5], NewtonMethod.Minimize([2.5], (_, _, _) => 7));

    [Fact]
    public void Minimize_StepThatOvershoots_IsHalved()
    {
        // From 3, the full Newton step on ln cosh lands at about -98.
        double[] found = NewtonMethod.Minimize([3], (x, gradient, hessian) =>
        {
            double tanh = Math.Tanh(x[0]);
            (gradient[0], hessian[0]) = (tanh, 1 - tanh * tanh);
            return Math.Log(Math.Cosh(x[0]));
        });
        Assert.Equal(0, found[0], 1e-6);
    }
}
