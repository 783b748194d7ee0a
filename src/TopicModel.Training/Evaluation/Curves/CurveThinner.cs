using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Curves;

/// <summary>Takes points out of a curve that it is drawn without.</summary>
internal static class CurveThinner
{
    /// <summary>
    /// At most <paramref name="count"/> of the points, with the first and the last: the part with the point farthest from the straight line
    /// over it is split there, again and again (Ramer 1972, Douglas and Peucker 1973).
    /// </summary>
    public static IReadOnlyList<PrecisionRecallPoint> Thin(IReadOnlyList<PrecisionRecallPoint> points, int count)
    {
        if (points.Count <= count) return points;
        var kept = new SortedSet<int> { 0, points.Count - 1 };
        var parts = new PriorityQueue<(int Start, int Middle, int End), (double Distance, int Start)>();
        Push(points, 0, points.Count - 1, parts);
        while (kept.Count < count && parts.TryDequeue(out (int Start, int Middle, int End) part, out _))
        {
            kept.Add(part.Middle);
            Push(points, part.Start, part.Middle, parts);
            Push(points, part.Middle, part.End, parts);
        }
        return [.. kept.Select(index => points[index])];
    }

    private static void Push(IReadOnlyList<PrecisionRecallPoint> points, int start, int end, PriorityQueue<(int, int, int), (double, int)> parts)
    {
        if (end - start < 2) return;
        int farthest = start + 1;
        double distance = -1;
        for (int i = start + 1; i < end; i++)
        {
            double candidate = Distance(points[start], points[end], points[i]);
            if (candidate > distance) (farthest, distance) = (i, candidate);
        }
        // The queue gives the smallest first; of equal ones the leftmost, so that the result is always the same.
        parts.Enqueue((start, farthest, end), (-distance, start));
    }

    /// <summary>Distance of a point from the line through two others, from the first where both are the same.</summary>
    private static double Distance(PrecisionRecallPoint from, PrecisionRecallPoint to, PrecisionRecallPoint point)
    {
        double dx = to.Recall - from.Recall, dy = to.Precision - from.Precision, x = point.Recall - from.Recall, y = point.Precision - from.Precision;
        double length = Math.Sqrt(dx * dx + dy * dy);
        return length == 0 ? Math.Sqrt(x * x + y * y) : Math.Abs(dx * y - dy * x) / length;
    }
}
