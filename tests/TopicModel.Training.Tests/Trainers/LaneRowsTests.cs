using System.Runtime.CompilerServices;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class LaneRowsTests
{
    [Fact]
    public void Values_OfAnyLength_AreZerosThatBeginOnALineOfTheCache()
    {
        LaneRows[] rows = [.. Enumerable.Range(0, 40).Select(i => new LaneRows(i * 7))];
        GC.Collect();

        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(new float[i * 7], rows[i].Values.ToArray());
            if (i > 0) Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref rows[i].Values[0]) % 64);
        }
    }
}
