using System.Runtime.CompilerServices;

namespace TopicModel.Format;

/// <summary>The sections of a file as arrays of numbers.</summary>
/// <param name="file">The file, with slack behind it.</param>
/// <param name="sections">Its sections.</param>
/// <param name="source">Named in exceptions.</param>
internal sealed class SectionArrays(byte[] file, SectionTable sections, string source)
{
    /// <summary>A section that must be there.</summary>
    /// <exception cref="InvalidModelException">It is missing, or its length is no multiple of an element's.</exception>
    public SectionArray<T> Required<T>(string tag) where T : unmanaged
    {
        ByteRange place = Place(tag, Unsafe.SizeOf<T>());
        return new SectionArray<T>(file, place.Offset, place.Length / Unsafe.SizeOf<T>());
    }

    private ByteRange Place(string tag, int size)
    {
        ByteRange place = sections.FindRequired(tag);
        return place.Length % size == 0 ? place : throw new InvalidModelException(source, $"section {tag} has {place.Length} bytes, a multiple of {size} was expected");
    }
}
