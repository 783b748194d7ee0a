namespace TopicModel.Training.Calibration;

/// <summary>A convex, twice differentiable function to be minimised.</summary>
/// <param name="parameters">[parameter], where it is wanted.</param>
/// <param name="gradient">[parameter], to be filled; holds zeros.</param>
/// <param name="hessian">[row * parameters + column], lower triangle to be filled; holds zeros.</param>
/// <returns>The function's value.</returns>
internal delegate double NewtonObjective(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian);
