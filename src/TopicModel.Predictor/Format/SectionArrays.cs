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
    public SectionArray<T> Required<T>(string tag) where T : unmanaged => Array<T>(tag, sections.FindRequired(tag));

    /// <summary>A section that may be missing.</summary>
    /// <exception cref="InvalidModelException">Its length is no multiple of an element's.</exception>
    public SectionArray<T>? Optional<T>(string tag) where T : unmanaged => sections.Find(tag) is { } place ? Array<T>(tag, place) : null;

    private SectionArray<T> Array<T>(string tag, (int Offset, int Length) place) where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        if (place.Length % size != 0) throw new InvalidModelException(source, $"section {tag} has {place.Length} bytes, a multiple of {size} was expected");
        return new SectionArray<T>(file, place.Offset, place.Length / size);
    }
}
