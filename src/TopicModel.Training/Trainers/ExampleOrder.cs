using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>In which order a pass over the data looks at the examples.</summary>
internal static class ExampleOrder
{
    /// <summary>
    /// Fills <paramref name="order"/> with the examples in random order. It depends on the seed and the pass only, so that a label sees
    /// the same one in any block.
    /// </summary>
    public static void Shuffle(int[] order, int seed, int pass)
    {
        for (int i = 0; i < order.Length; i++) order[i] = i;
        new DeterministicRandom(seed, pass).Shuffle(order);
    }
}
