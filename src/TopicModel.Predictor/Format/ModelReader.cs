using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using TopicModel.Features;
using TopicModel.Models;

namespace TopicModel.Format;

/// <summary>Reads model files. Everything is checked before it is used: a damaged file gives one exception that says where.</summary>
internal static class ModelReader
{
    /// <summary>Inverse document frequencies are at most ln(2^31) + 1; more is damage.</summary>
    private const float MostIdf = 100;

    /// <summary>Weights beyond this are no result of any training, and their sums could overflow.</summary>
    private const float MostWeight = 1e30f;

    /// <summary>Loads a model of any kind.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidModelException">The file cannot be used.</exception>
    public static TextModel Load(string path)
    {
        long length = new FileInfo(path).Length;
        if (length > Array.MaxLength) throw new InvalidModelException(path, $"the file has {length} bytes, at most {Array.MaxLength} were expected");
        return Read(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a model from memory; <paramref name="source"/> is named in exceptions.</summary>
    /// <exception cref="InvalidModelException">The bytes are no usable model.</exception>
    public static TextModel Read(ReadOnlySpan<byte> file, string source)
    {
        var sections = new SectionTable(file, source);
        ModelManifest manifest = ReadManifest(sections.Required(file, ModelLayout.Manifest), source);
        ManifestCheck.Check(manifest, source);
        ulong[] hashes = ReadArray<ulong>(file, sections, ModelLayout.Hashes, source);
        float[] idf = ReadArray<float>(file, sections, ModelLayout.Idf, source);
        float[] weights = ReadArray<float>(file, sections, ModelLayout.Weights, source);
        float[] biases = ReadArray<float>(file, sections, ModelLayout.Biases, source);
        CheckCount(source, ModelLayout.Idf, idf.Length, hashes.Length);
        CheckCount(source, ModelLayout.Biases, biases.Length, manifest.Labels.Count);
        CheckCount(source, ModelLayout.Weights, weights.Length, (long)hashes.Length * biases.Length);
        CheckRange(idf, 0, MostIdf, ModelLayout.Idf, source);
        CheckRange(weights, -MostWeight, MostWeight, ModelLayout.Weights, source);
        CheckRange(biases, -MostWeight, MostWeight, ModelLayout.Biases, source);
        ReadOnlySpan<byte> ngrams = sections.Optional(file, ModelLayout.Ngrams, out bool hasNgrams);
        return new TextModel(manifest, MakeVocabulary(hashes, idf, source), new LinearModel(weights, biases),
            hasNgrams ? ReadNgrams(ngrams, hashes.Length, source) : null);
    }

    private static ModelManifest ReadManifest(ReadOnlySpan<byte> json, string source)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ManifestJson.Default.ModelManifest)
                ?? throw new InvalidModelException(source, "section MANIFEST is null, an object was expected");
        }
        catch (JsonException exception)
        {
            throw new InvalidModelException(source, $"section MANIFEST is not as expected: {exception.Message}", exception);
        }
    }

    private static T[] ReadArray<T>(ReadOnlySpan<byte> file, SectionTable sections, string tag, string source) where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = sections.Required(file, tag);
        int size = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        if (bytes.Length % size != 0) throw new InvalidModelException(source, $"section {tag} has {bytes.Length} bytes, a multiple of {size} was expected");
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Model files are read on little-endian processors only.");
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    private static void CheckCount(string source, string tag, long found, long expected)
    {
        if (found != expected) throw new InvalidModelException(source, $"section {tag} has {found} values, {expected} were expected");
    }

    private static void CheckRange(ReadOnlySpan<float> values, float least, float most, string tag, string source)
    {
        for (int i = 0; i < values.Length; i++)
            if (!(values[i] >= least && values[i] <= most))
                throw new InvalidModelException(source, $"section {tag} has {values[i]} at index {i}, a number from {least} to {most} was expected");
    }

    private static Vocabulary MakeVocabulary(ulong[] hashes, float[] idf, string source)
    {
        try
        {
            return new Vocabulary(hashes, idf);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidModelException(source, $"section HASHES: {exception.Message}", exception);
        }
    }

    private static string[] ReadNgrams(ReadOnlySpan<byte> bytes, int count, string source)
    {
        var ngrams = new string[count];
        int position = 0;
        for (int i = 0; i < count; i++)
        {
            int length = position < bytes.Length ? bytes[position++] : -1;
            if (length < 0 || length > bytes.Length - position)
                throw new InvalidModelException(source, $"section NGRAMS ends at n-gram {i} of {count}");
            ngrams[i] = Encoding.UTF8.GetString(bytes.Slice(position, length));
            position += length;
        }
        if (position != bytes.Length) throw new InvalidModelException(source, $"section NGRAMS has {bytes.Length - position} bytes behind its {count} n-grams");
        return ngrams;
    }
}
