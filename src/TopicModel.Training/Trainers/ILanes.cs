using System.Numerics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// One number for each of some labels that are trained side by side, in a vector register. Every lane is computed as if it were alone,
/// and products are never fused with sums, so a label gets the same bits in lanes of any width, on any machine.
/// </summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface ILanes<T> :
    IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IDivisionOperators<T, T, T>, IUnaryNegationOperators<T, T>, IBitwiseOperators<T, T, T>
    where T : struct, ILanes<T>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>One lane's number.</summary>
    float this[int lane] { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract T Create(float value);

    /// <summary>Reads all lanes from <paramref name="start"/>, <paramref name="offset"/> numbers on.</summary>
    static abstract T Load(ref readonly float start, nuint offset);

    /// <summary>Writes all lanes to <paramref name="start"/>, <paramref name="offset"/> numbers on.</summary>
    void Store(ref float start, nuint offset);

    /// <summary>The lower number of each lane.</summary>
    static abstract T Min(T left, T right);

    /// <summary>The higher number of each lane.</summary>
    static abstract T Max(T left, T right);

    /// <summary>All bits set in the lanes in which the numbers are equal.</summary>
    static abstract T AreEqual(T left, T right);

    /// <summary>All bits set in the lanes in which the left number is higher.</summary>
    static abstract T AreGreater(T left, T right);

    /// <summary>The left number in the lanes whose bits are set in the mask, the right one elsewhere.</summary>
    static abstract T Select(T mask, T left, T right);

    /// <summary>All bits set in the lanes whose bit of <paramref name="bits"/> is set.</summary>
    static abstract T Mask(int bits);

    /// <summary>A bit for every lane with the sign bit set: the opposite of <see cref="Mask"/>.</summary>
    int Bits();

    /// <summary>Whether all lanes are 0.</summary>
    bool AreZero();
}
